package com.spokefleet.benchmark.throughput;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.PiiMarkers;
import com.spokefleet.testing.org.Volume;
import com.spokefleet.testing.render.ConversationJson;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.traffic.GeneratedConversations;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same conversations of one start day twice: as pages of 100, the form the API gives them in,
 * and as newline-delimited JSON, the form DuckDB likes best. All have ended.
 */
public record Corpus(Path folder, String orgId) {
  private static final int PAGE_SIZE = 100;
  private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant AS_OF = DAY.plus(Duration.ofDays(60));

  /** Writes that many conversations anew. */
  public static Corpus generate(Path folder, int conversations) throws IOException {
    FakeOrgSettings settings =
        FakeOrgSettings.named("measured", 815, DAY)
            .conversationsPerDay(conversations)
            .volume(Volume.EVEN)
            .build();
    GeneratedConversations generated =
        new GeneratedConversations(
            settings, Directory.of(settings), PiiMarkers.of(settings.seed()));
    Corpus corpus = new Corpus(folder, settings.orgId());
    corpus.write(generated, DAY.getEpochSecond() / Duration.ofDays(1).toSeconds());
    return corpus;
  }

  private void write(GeneratedConversations generated, long day) throws IOException {
    Files.createDirectories(pagesFolder());
    int count = generated.count(day);
    try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(linesFile()))) {
      for (int first = 0; first < count; first += PAGE_SIZE) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(utf8("{\"conversations\":["));
        for (int position = first; position < Math.min(first + PAGE_SIZE, count); position++) {
          byte[] conversation = render(generated, day, position);
          if (position > first) {
            page.write(',');
          }
          page.writeBytes(conversation);
          lines.write(conversation);
          lines.write('\n');
        }
        page.writeBytes(utf8("],\"totalHits\":" + count + "}"));
        Files.write(
            pagesFolder().resolve("page-%05d.json".formatted(first / PAGE_SIZE + 1)),
            page.toByteArray());
      }
    }
  }

  private static byte[] render(GeneratedConversations generated, long day, int position)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      long asOf = AS_OF.toEpochMilli();
      new ConversationJson(json, RecordForm.WITHOUT_ATTRIBUTES, asOf)
          .write(generated.tell(day, position, asOf));
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The pages in order. */
  public List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(pagesFolder())) {
      return pages.sorted().toList();
    }
  }

  Path linesFile() {
    return folder.resolve("conversations.ndjson");
  }

  /** Bytes of JSON, as newline-delimited. */
  public long bytes() throws IOException {
    return Files.size(linesFile());
  }

  private Path pagesFolder() {
    return folder.resolve("pages");
  }
}
