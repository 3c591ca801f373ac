package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingSenderTest {
  private static final GenesysRequest REQUEST =
      GenesysRequest.get("/api/v2/things?page=3", "things of emea, page 3");

  private final VirtualTime time = new VirtualTime();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After,23,23000",
    "retry-after,7,7000",
    "RETRY-AFTER,1.5,1500",
    "Retry-after,'Fri, 20 Nov 2026 12:00:30 GMT',30000",
    "inin-ratelimit-reset,9,9000",
  })
  void shouldWaitExactlyAsLongAsTheThrottlingAnswerAsks(
      String header, String value, long milliseconds) {
    server.then(Reply.status(429, Map.of(header, value), "{}"));

    assertThat(send().status()).isEqualTo(200);

    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "soon", "99999999999"})
  void shouldBackOffWithJitter_whenRetryAfterIsOfNoUse(String value) {
    server.then(Reply.status(429, Map.of("Retry-After", value), "{}"));

    assertThat(send().status()).isEqualTo(200);

    assertThat(time.sleeps()).hasSize(1);
    assertThat(time.sleeps().getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 520})
  void shouldRepeatAfterAPassingFault(int status) {
    server.then(Reply.status(status, "<html>"), Reply.status(status, ""));

    assertThat(send().status()).isEqualTo(200);

    assertThat(server.received()).hasSize(3);
  }

  @Test
  void shouldRepeat_whenTheConnectionBreaksInsideTheBody() {
    server.then(Reply.resetAfter("{\"answer\":"));

    assertThat(send().body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"answer\":42}");
  }

  @Test
  void shouldRepeat_whenAWholeAnswerDoesNotComeInTime() {
    CountDownLatch released = new CountDownLatch(1);
    server.then(Reply.stalled(released));
    HttpSettings impatient = HttpSettings.defaults().withRequestTimeout(Duration.ofMillis(200));

    GenesysResponse response = send(impatient, Duration.ofMinutes(5));
    released.countDown();

    assertThat(response.status()).isEqualTo(200);
    assertThat(server.received()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Bad gateway</html>", "{\"answer\":4", "[1,2", "hello", " "})
  void shouldRepeatAndThenReportBadData_whenAGoodStatusCarriesNoJson(String body) {
    server.then(Reply.status(200, body));
    assertThat(send().status()).isEqualTo(200);

    server.always(Reply.status(200, Map.of("inin-correlation-id", "abc-1"), body));
    GenesysException failure = failureOf(this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessageStartingWith("Cannot get things of emea, page 3: ");
    assertThat(failure)
        .hasMessageContaining("correlation id abc-1")
        .hasMessageContaining("3 attempts");
    assertThat(server.received()).hasSize(2 + 3);
  }

  @Test
  void shouldTakeAnEmptyBodyWhereTheStatusPromisesNone() {
    server.then(Reply.status(204, ""));

    assertThat(send().body()).isEmpty();
  }

  @Test
  void shouldGiveUpOnFaultsAfterBoundedAttempts() {
    server.always(Reply.status(503, "{\"code\":\"service.unavailable\",\"message\":\"Down\"}"));

    GenesysException failure = failureOf(this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.RETRYABLE);
    assertThat(failure.status()).hasValue(503);
    assertThat(failure.code()).contains("service.unavailable");
    assertThat(failure).hasMessageContaining("503 (service.unavailable): Down, after 6 attempts");
  }

  @Test
  void shouldSayWhatGenesysSays_whenTheRequestIsWrong() {
    server.always(
        Reply.status(
            400,
            "{\"message\":\"Pagination may not exceed 100000 results.\\n"
                + "\\n"
                + "Tip\",\"code\":\"bad.request\",\"contextId\":\"c-9\"}"));

    GenesysException failure = failureOf(this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure.correlationId()).contains("c-9");
    assertThat(failure)
        .hasMessage(
            "Cannot get things of emea, page 3: Genesys answered 400 (bad.request): Pagination may"
                + " not exceed 100000 results. Tip, correlation id c-9");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void shouldNameTheMissingPermission() {
    server.always(
        Reply.status(
            403,
            "{\"message\":\"You are"
                + " missing\",\"code\":\"missing.any.permissions\",\"messageParams\":{\"x\":1,\"permissions\":\"[analytics:conversationDetail:view]\"}}"));

    GenesysException failure = failureOf(this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure)
        .hasMessageContaining("lacks the permission [analytics:conversationDetail:view]");
  }

  @Test
  void shouldNotFollowARedirect() throws IOException {
    try (ScriptedServer elsewhere = new ScriptedServer()) {
      server.always(Reply.status(302, Map.of("Location", elsewhere.uri() + "/x?token=1"), ""));

      GenesysException failure = failureOf(this::send);

      assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
      assertThat(failure).hasMessageContaining("redirect to " + elsewhere.uri().getHost());
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void shouldRefuseAnAnswerLargerThanTheLimit() {
    server.always(Reply.json("{\"a\":\"" + "x".repeat(5_000) + "\"}"));
    HttpSettings small =
        new HttpSettings(
            Duration.ofSeconds(5),
            4_096,
            6,
            3,
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            1.0,
            Duration.ofMinutes(1));

    GenesysException failure = failureOf(() -> send(small, Duration.ofMinutes(5)));

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessageContaining("larger than 4096 bytes");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void shouldHandBackWhenToResume_ratherThanSleepPastTheDeadline() {
    server.always(Reply.status(429, Map.of("Retry-After", "45"), "{}"));

    GenesysException failure =
        failureOf(() -> send(HttpSettings.defaults(), Duration.ofSeconds(30)));

    assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(failure.resumeAt()).contains(VirtualTime.START.plusSeconds(45));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void shouldNameTheDeadline_whenAFaultOutlivesIt() {
    server.always(Reply.status(503, Map.of("Retry-After", "60"), "{}"));

    GenesysException failure =
        failureOf(() -> send(HttpSettings.defaults(), Duration.ofSeconds(30)));

    assertThat(failure.kind()).isEqualTo(FailureKind.DEADLINE);
    assertThat(failure.resumeAt()).contains(VirtualTime.START.plusSeconds(60));
    assertThat(failure.status()).hasValue(503);
  }

  @Test
  void shouldSendNothing_whenTheDeadlineIsPast() {
    GenesysException failure = failureOf(() -> send(HttpSettings.defaults(), Duration.ZERO));

    assertThat(failure.kind()).isEqualTo(FailureKind.DEADLINE);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void shouldReportARefusedConnection() {
    server.close();

    GenesysException failure = failureOf(this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.RETRYABLE);
    assertThat(failure.status()).isEmpty();
    assertThat(failure).hasMessageContaining("ConnectException");
  }

  @Test
  void shouldRefuseAClientThatFollowsRedirects() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    assertThatThrownBy(
            () -> new HttpRuntime(following, time, time, new Random(1), RequestObserver.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private GenesysResponse send() {
    return send(HttpSettings.defaults(), Duration.ofMinutes(30));
  }

  private GenesysResponse send(HttpSettings settings, Duration untilDeadline) {
    RetryingSender sender = new RetryingSender(server.uri(), settings, TestRuntime.of(time));
    return sender.send(REQUEST, Map.of(), time.deadlineAfter(untilDeadline));
  }

  private static GenesysException failureOf(ThrowingCallable call) {
    GenesysException failure = catchThrowableOfType(GenesysException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
