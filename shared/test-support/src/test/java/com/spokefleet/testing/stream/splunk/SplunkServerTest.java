package com.spokefleet.testing.stream.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.Post;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SplunkServerTest {
  private static final String CHANNEL = "0aeeac95-ac74-4aa9-b30d-6c4c0ac581ba";
  private static final String GOOD =
      "{\"time\":1780220965.123,\"sourcetype\":\"genesyscloud:eventbridge:audit\",\"event\":"
          + "{\"event_id\":\"e-1\",\"action\":\"View\",\"remote_ip\":[\"198.51.100.24\",\"10.0.0.7\"]},"
          + "\"fields\":{\"genesys_event_id\":\"e-1\"}}";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final SplunkServer splunk =
      SplunkServer.start(clock, HecToken.of("good", "main", "genesys"));

  @AfterEach
  void close() {
    splunk.close();
  }

  @Test
  void anEventIsSearchableByItsFieldsAndAcknowledgedOnceItIsIndexed() throws Exception {
    HttpResponse<String> reply = event().send(GOOD + "\n" + GOOD.replace("e-1", "e-2"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Post.json(reply).path("ackId").asInt()).isZero();
    assertThat(acknowledged(0)).isFalse();
    assertThat(splunk.events().search(any -> true)).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    assertThat(acknowledged(0)).isTrue();
    assertThat(acknowledged(0)).as("told once").isFalse();
    assertThat(splunk.events().search(event -> event.has("remote_ip", "10.0.0.7")))
        .extracting(StoredEvent::eventId)
        .containsExactly("e-1", "e-2");
    StoredEvent first = splunk.events().all().getFirst();
    assertThat(first.value("_time")).hasValue("1780220965.123");
    assertThat(first.value("index")).hasValue("main");
    assertThat(first.value("genesys_event_id")).hasValue("e-1");
  }

  @Test
  void aCopyIsKeptAndCounted() throws Exception {
    event().send(GOOD);
    event().send(GOOD);
    clock.advance(Duration.ofSeconds(2));

    assertThat(splunk.events().duplicates()).isEqualTo(1);
    assertThat(splunk.events().search(any -> true)).hasSize(2);
    assertThat(splunk.events().searchDistinct(any -> true)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|400|5|-1",
        "'  '|400|5|-1",
        "{\"event\":\"x\"}{\"event\":|400|6|1",
        "[1]|400|6|0",
        "{\"event\":\"x\",\"time\":\"1.780220965123E9\"}|400|6|0",
        "{\"event\":\"x\"}{\"event\":\"x\",\"index\":\"other\"}|400|7|1",
        "{\"time\":1}|400|12|0",
        "{\"event\":\" \"}|400|13|0",
        "{\"event\":\"x\",\"fields\":{\"a\":{\"b\":\"c\"}}}|400|15|0",
      })
  void oneBadEnvelopeFailsTheWholePost(String body, int status, int code, int number)
      throws Exception {
    HttpResponse<String> reply = event().send(body);

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(Post.json(reply).path("code").asInt()).isEqualTo(code);
    assertThat(Post.json(reply).path("invalid-event-number").asInt(-1)).isEqualTo(number);
    assertThat(splunk.events().all()).isEmpty();
  }

  @Test
  void tokensAndChannelsAreRefusedByTheirCodes() throws Exception {
    splunk.use(HecToken.of("off", "main").disabled());
    splunk.use(HecToken.of("plain", "main").withoutAcknowledgement());

    assertThat(code(post("/services/collector").send(GOOD))).isEqualTo(2);
    assertThat(code(post("").with("Authorization", "Bearer good").send(GOOD))).isEqualTo(3);
    assertThat(code(authorized("bad", "").send(GOOD))).isEqualTo(4);
    assertThat(code(authorized("off", "").send(GOOD))).isEqualTo(1);
    assertThat(code(authorized("good", "").send(GOOD))).isEqualTo(10);
    assertThat(code(authorized("good", "?channel=7").send(GOOD))).isEqualTo(11);
    assertThat(code(authorized("good", "?channel=" + CHANNEL).send(GOOD))).isZero();
    HttpResponse<String> unacknowledged = authorized("plain", "").send(GOOD);
    assertThat(Post.json(unacknowledged).has("ackId")).isFalse();
    assertThat(code(authorized("plain", "/ack").send("{\"acks\":[0]}"))).isEqualTo(14);
  }

  @Test
  void faultsStrikeAsTold() throws Exception {
    splunk.faults().next(1, HecFault.BUSY);
    splunk.faults().next(1, HecFault.INTERNAL_ERROR);
    splunk.faults().next(1, HecFault.TOO_LARGE);
    assertThat(code(event().send(GOOD))).isEqualTo(9);
    assertThat(code(event().send(GOOD))).isEqualTo(8);
    assertThat(event().send(GOOD).statusCode()).isEqualTo(413);
    splunk.faults().next(1, HecFault.DOWN);
    assertThatThrownBy(() -> event().send(GOOD)).isInstanceOf(IOException.class);
    assertThat(splunk.events().all()).isEmpty();

    splunk.faults().next(1, HecFault.ANSWER_LOST);
    assertThatThrownBy(() -> event().send(GOOD)).isInstanceOf(IOException.class);
    splunk.faults().next(1, HecFault.NEVER_ACKNOWLEDGED);
    long acknowledgement = Post.json(event().send(GOOD)).path("ackId").asLong();
    Instant before = clock.instant();
    splunk.faults().next(1, HecFault.SLOW);
    event().send(GOOD);
    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofMinutes(4)));
    assertThat(splunk.events().all()).hasSize(3);
    clock.advance(Duration.ofDays(1));
    assertThat(acknowledged(acknowledgement)).isFalse();
  }

  @Test
  void healthTellsOfStandingFaults() throws Exception {
    assertThat(code(post("/health").send(""))).isEqualTo(17);
    splunk.faults().always(HecFault.BUSY);
    assertThat(post("/health").send("").statusCode()).isEqualTo(503);
    splunk.largestBody(10);
    splunk.faults().always(HecFault.NONE);
    assertThat(event().send(GOOD).statusCode()).isEqualTo(413);
  }

  private boolean acknowledged(long id) throws Exception {
    return Post.json(authorized("good", "/ack?channel=" + CHANNEL).send("{\"acks\":[" + id + "]}"))
        .path("acks")
        .path(Long.toString(id))
        .asBoolean();
  }

  private Post event() {
    return authorized("good", "/event").with("X-Splunk-Request-Channel", CHANNEL);
  }

  private Post authorized(String token, String rest) {
    return post(rest).with("Authorization", "Splunk " + token);
  }

  private Post post(String rest) {
    return Post.to(
        splunk
            .address()
            .resolve(rest.startsWith("/services") ? rest : "/services/collector" + rest));
  }

  private static int code(HttpResponse<String> reply) throws IOException {
    return Post.json(reply).path("code").asInt(-1);
  }
}
