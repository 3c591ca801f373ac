package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads a record that Genesys published, where that file lies beside the checkout. */
class RealRecordTest {
  private static final Path PLACE = Path.of("shared", "data", "real", "conversation-1.json");

  @Test
  void shouldDecodeAPublishedChat() throws IOException, MalformedPageException {
    Optional<Path> file = find();
    assumeTrue(file.isPresent(), "the published record is not on this machine: " + PLACE);

    DetailsPage page =
        new DetailsPageDecoder().decode(SamplePages.page(Files.readString(file.orElseThrow())));

    assertThat(page.unknownFields()).isEmpty();
    Conversation chat = ((DetailsRecord.Decoded) page.records().getFirst()).conversation();
    assertThat(chat.conversationId()).isEqualTo("1bc96a39-6725-40c4-9345-db72aa67b8c6");
    assertThat(chat.end()).isEqualTo(Instant.parse("2021-04-01T12:43:23.306Z"));
    assertThat(chat.minMos()).isEqualTo(4.882874965667725);
    assertThat(chat.participants())
        .extracting(Participant::purpose)
        .containsExactly("customer", "acd", "agent");
    Session agent = chat.participants().get(2).sessions().getFirst();
    assertThat(agent.segments())
        .extracting(segment -> segment.segmentType())
        .startsWith("alert", "interact", "hold");
    assertThat(agent.metrics())
        .contains(new Metric("tAnswered", 11_179, Instant.parse("2021-04-01T12:28:04.569Z")));
  }

  private static Optional<Path> find() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(PLACE))) {
        return Optional.of(folder.resolve(PLACE));
      }
    }
    return Optional.empty();
  }
}
