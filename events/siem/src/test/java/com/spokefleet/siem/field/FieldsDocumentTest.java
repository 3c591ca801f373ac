package com.spokefleet.siem.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/EVENTS.md has the dictionary between two comments. */
final class FieldsDocumentTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../../docs/EVENTS.md");
  private static final Pattern TABLES =
      Pattern.compile("(?s)(?<=<!-- fields -->\n\n).*(?=\n<!-- end of fields -->)");

  @Test
  void theCommittedPageIsWhatTheDictionarySays() throws IOException {
    String page = Files.readString(PAGE);
    String expected = FieldsTable.render();
    if (System.getProperty("update") != null) {
      page = TABLES.matcher(page).replaceFirst(Matcher.quoteReplacement(expected));
      Files.writeString(PAGE, page);
    }
    Matcher tables = TABLES.matcher(page);
    assertThat(tables.find()).isTrue();
    assertThat(tables.group())
        .as(
            "docs/EVENTS.md is out of date; run:"
                + " mvn -pl events/siem -am test -Dtest=FieldsDocumentTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dupdate")
        .isEqualTo(expected);
  }

  @Test
  void saysOfAFieldWhatPeopleAskFirst() {
    assertThat(FieldsTable.render())
        .contains("| `src_ip` | text | The first of these that is a public address. |")
        .contains("CIM `src`; Datadog `network.client.ip`; OCSF `src_endpoint.ip` | hashed |")
        .contains("| `acd_outcome` | text |")
        .contains("*acd.end* |")
        .contains("| never sent |")
        .contains("| `@evt.outcome` |");
  }
}
