package com.spokefleet.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/EVENTS.md is written by hand but for what stands between two comments. */
final class TopicsDocumentTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/EVENTS.md");
  private static final Pattern TABLES =
      Pattern.compile("(?s)(?<=<!-- topics -->\n\n).*(?=\n<!-- end of topics -->)");

  @Test
  void theCommittedPageIsWhatTheCatalogueSays() throws IOException {
    String page = Files.readString(PAGE);
    String expected = TopicsTable.render(TopicCatalogue.ALL);
    if (System.getProperty("update") != null) {
      page = TABLES.matcher(page).replaceFirst(Matcher.quoteReplacement(expected));
      Files.writeString(PAGE, page);
    }
    Matcher tables = TABLES.matcher(page);
    assertThat(tables.find()).isTrue();
    assertThat(tables.group())
        .as(
            "docs/EVENTS.md is out of date; run:"
                + " mvn -pl events test -Dtest=TopicsDocumentTest -Dupdate")
        .isEqualTo(expected);
  }

  @Test
  void saysOfATopicWhatPeopleAskFirst() {
    assertThat(TopicsTable.render(TopicCatalogue.ALL))
        .contains(
            "| `v2.conversations.{id}.transcription` | transcription | content | S3 only | never |"
                + " confirmed |\n")
        .contains(".voicemail.end` | conversation detail | low | none, closure | never |")
        .contains("| transcription | `transcripts` | – | – |\n");
  }
}
