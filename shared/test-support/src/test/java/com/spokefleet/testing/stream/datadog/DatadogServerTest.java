package com.spokefleet.testing.stream.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatadogServerTest {
  private static final String LOG =
      "{\"ddsource\":\"genesys-cloud\",\"evt\":{\"name\":\"OAuthClient.View\"},"
          + "\"genesys\":{\"event_id\":\"e-1\"}}";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final DatadogServer datadog = DatadogServer.start(clock, "key");

  @AfterEach
  void close() {
    datadog.close();
  }

  @Test
  void firehoseGetsItsRequestIdBackAndTheLogsAreSearchable() throws Exception {
    for (URI address : new URI[] {datadog.firehose(), datadog.firehoseOfNewerSites()}) {
      HttpResponse<String> reply = firehose(address, "key").sendCompressed(batch(LOG + "\n", "hi"));

      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(Post.json(reply).path("requestId").asText()).isEqualTo("r-1");
      assertThat(Post.json(reply).path("timestamp").asLong()).isPositive();
      assertThat(reply.headers().firstValue("Content-Length")).isPresent();
    }
    clock.advance(Duration.ofSeconds(2));
    assertThat(datadog.events().search(log -> log.has("evt.name", "OAuthClient.View"))).hasSize(2);
    assertThat(datadog.events().search(log -> log.has("message", "hi"))).hasSize(2);
    assertThat(datadog.events().duplicates()).isEqualTo(1);
  }

  @Test
  void aRequestThatIsNotFirehosesIsRefused() throws Exception {
    assertThat(firehose(datadog.firehose(), "other").send(batch(LOG)).statusCode()).isEqualTo(403);
    assertThat(Post.to(datadog.firehose()).send(batch(LOG)).statusCode()).isEqualTo(400);
    String otherId = batch(LOG).replace("r-1", "r-2");
    assertThat(firehose(datadog.firehose(), "key").send(otherId).statusCode()).isEqualTo(400);
    assertThat(datadog.events().all()).isEmpty();
  }

  @Test
  void theLogsApiTakesArraysUpToItsLimits() throws Exception {
    assertThat(logs("key").send("[" + LOG + "," + LOG + "]").statusCode()).isEqualTo(202);
    assertThat(logs("key").sendCompressed(LOG).statusCode()).isEqualTo(202);
    assertThat(logs("no").send("[" + LOG + "]").statusCode()).isEqualTo(403);
    assertThat(Post.to(datadog.logs()).send("[]").statusCode()).isEqualTo(401);
    assertThat(logs("key").send("[" + LOG).statusCode()).isEqualTo(400);
    assertThat(logs("key").send("[" + (LOG + ",").repeat(1_000) + LOG + "]").statusCode())
        .isEqualTo(400);
    assertThat(logs("key").send("[\"" + "x".repeat(5_000_000) + "\"]").statusCode()).isEqualTo(413);
    assertThat(datadog.events().size()).isEqualTo(3);
  }

  @Test
  void aLogThatIsTooLongIsCutThoughTheAnswerSaysAllIsWell() throws Exception {
    String longLog = LOG.replace("genesys-cloud", "x".repeat(1_000_000));

    assertThat(logs("key").send("[" + longLog + "]").statusCode()).isEqualTo(202);

    assertThat(datadog.truncated()).isEqualTo(1);
    assertThat(datadog.events().all().getFirst().eventId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE,503,0",
    "TOO_MANY_REQUESTS,429,0",
    "TOO_LARGE,413,0",
    "ACCEPTED,202,1",
    "NOT_JSON,200,1",
    "OTHER_REQUEST_ID,200,1",
    "SLOW,200,1"
  })
  void faultsStrikeAsTold(DatadogFault fault, int status, int stored) throws Exception {
    datadog.faults().next(1, fault);

    HttpResponse<String> reply = firehose(datadog.firehose(), "key").send(batch(LOG));

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(datadog.events().size()).isEqualTo(stored);
    assertThat(datadog.faults().happened(fault)).isEqualTo(1);
  }

  @Test
  void anAnswerMayBeLostThoughTheLogsAreKept() {
    datadog.faults().next(1, DatadogFault.ANSWER_LOST);
    assertThatThrownBy(() -> logs("key").send(LOG)).isInstanceOf(IOException.class);
    datadog.faults().next(1, DatadogFault.DOWN);
    assertThatThrownBy(() -> logs("key").send(LOG)).isInstanceOf(IOException.class);
    assertThat(datadog.events().size()).isEqualTo(1);
  }

  private Post logs(String key) {
    return Post.to(datadog.logs()).with("DD-API-KEY", key);
  }

  private static Post firehose(URI address, String key) {
    return Post.to(address)
        .with("X-Amz-Firehose-Protocol-Version", "1.0")
        .with("X-Amz-Firehose-Request-Id", "r-1")
        .with("X-Amz-Firehose-Access-Key", key);
  }

  private static String batch(String... records) {
    ObjectNode body = Post.JSON.createObjectNode().put("requestId", "r-1").put("timestamp", 1L);
    for (String record : records) {
      JsonNode data =
          Post.JSON
              .createObjectNode()
              .put(
                  "data",
                  Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8)));
      body.withArray("records").add(data);
    }
    return body.toString();
  }
}
