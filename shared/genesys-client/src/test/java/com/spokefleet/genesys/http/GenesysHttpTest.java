package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenesysHttpTest {
  private static final GenesysRequest REQUEST =
      GenesysRequest.post("/api/v2/x", "{\"customer\":\"Ada\"}", "things of emea");

  private final VirtualTime time = new VirtualTime();
  private final CountingTokens tokens = new CountingTokens();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSendTheTokenAndTheBody() {
    assertThat(send().status()).isEqualTo(200);

    assertThat(server.received())
        .containsExactly(
            new ScriptedServer.Received(
                "POST", "/api/v2/x", "Bearer token-1", "{\"customer\":\"Ada\"}"));
  }

  @Test
  void shouldRenewAnExpiredTokenOnce() {
    server.then(Reply.status(401, "{\"code\":\"bad.credentials\"}"));

    assertThat(send().status()).isEqualTo(200);

    assertThat(server.received())
        .extracting(ScriptedServer.Received::authorization)
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void shouldStop_whenTheRenewedTokenIsRefusedToo() {
    server.always(Reply.status(401, "{\"code\":\"bad.credentials\"}"));

    GenesysException failure = catchThrowableOfType(GenesysException.class, this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure.status()).hasValue(401);
    assertThat(tokens.renewals).hasValue(1);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void shouldNeverRenewTheTokenToGetRoundALimit() {
    server.always(Reply.status(429, Map.of("Retry-After", "20"), "{}"));

    GenesysException failure = catchThrowableOfType(GenesysException.class, this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(server.received()).hasSizeGreaterThan(2);
    assertThat(tokens.renewals).hasValue(0);
  }

  @Test
  void shouldKeepTokenAndPayloadOutOfMessages() {
    server.always(Reply.status(500, "{\"conversations\":[\"Ada\"]}"));

    GenesysException failure = catchThrowableOfType(GenesysException.class, this::send);

    assertThat(failure.toString()).doesNotContain("token-1").doesNotContain("Ada");
    assertThat(REQUEST.toString()).doesNotContain("Ada");
  }

  @Test
  void shouldTellTheObserverWhatHappens() {
    server.then(
        Reply.status(429, Map.of("Retry-After", "3"), "{}"),
        Reply.status(502, ""),
        Reply.status(
            200,
            Map.of(
                "inin-ratelimit-count",
                "5",
                "inin-ratelimit-allowed",
                "300",
                "inin-ratelimit-reset",
                "61"),
            "{}"));
    RecordingObserver observer = new RecordingObserver();

    send(observer);

    assertThat(observer.sent).isEqualTo(3);
    assertThat(observer.throttled).isEqualTo(Duration.ofSeconds(3));
    assertThat(observer.retries).isEqualTo(1);
    assertThat(observer.count).isEqualTo(5);
  }

  private GenesysResponse send() {
    return send(RequestObserver.NONE);
  }

  private GenesysResponse send(RequestObserver observer) {
    GenesysHttp http =
        new GenesysHttp(
            server.uri(), tokens, HttpSettings.defaults(), TestRuntime.of(time, observer));
    return http.send(REQUEST, time.deadlineAfter(Duration.ofMinutes(5)));
  }

  private static final class CountingTokens implements TokenSource {
    final AtomicInteger renewals = new AtomicInteger();

    @Override
    public String token(Deadline deadline) {
      return "token-1";
    }

    @Override
    public String renewed(String refusedToken, Deadline deadline) {
      renewals.incrementAndGet();
      return "token-2";
    }
  }

  private static final class RecordingObserver implements RequestObserver {
    int sent;
    int retries;
    long count;
    Duration throttled = Duration.ZERO;

    @Override
    public void requestSent(GenesysRequest request) {
      sent++;
    }

    @Override
    public void retried(GenesysRequest request, String reason, Duration wait) {
      retries++;
    }

    @Override
    public void throttled(GenesysRequest request, Duration wait) {
      throttled = throttled.plus(wait);
    }

    @Override
    public void rateSeen(long seenCount, long allowed) {
      count = seenCount;
    }
  }
}
