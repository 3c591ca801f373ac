package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatePacerTest {
  private static final int ALLOWED = 30;
  private static final GenesysRequest REQUEST = GenesysRequest.get("/x", "things of emea");

  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
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
  @ValueSource(doubles = {1.0, 0.5, 0.01})
  void shouldSpendNoMoreThanItsShareOfEveryWindow(double share) {
    server.always(new LimitedReply(true));

    sendMany(share);

    assertThat(refusals).hasValue(0);
    assertThat(most).hasValue(Math.max(1, (int) (ALLOWED * share)));
  }

  /** Negative control: without the headers the same run is refused. */
  @Test
  void shouldBeRefused_whenTheServerDoesNotTellItsLimit() {
    server.always(new LimitedReply(false));

    sendMany(1.0);

    assertThat(refusals).hasPositiveValue();
  }

  @Test
  void shouldHandBackTheReset_whenItLiesPastTheDeadline() {
    server.always(
        Reply.status(
            200,
            Map.of(
                "ININ-RateLimit-Count",
                "30",
                "ININ-RATELIMIT-ALLOWED",
                "30",
                "inin-ratelimit-reset",
                "50"),
            "{}"));
    RetryingSender sender = sender(1.0);
    Deadline deadline = time.deadlineAfter(Duration.ofSeconds(40));
    sender.send(REQUEST, Map.of(), deadline);

    GenesysException failure =
        catchThrowableOfType(
            GenesysException.class, () -> sender.send(REQUEST, Map.of(), deadline));

    assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(failure.resumeAt()).contains(VirtualTime.START.plusSeconds(50));
    assertThat(time.sleeps()).isEmpty();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void shouldIgnoreHeadersThatAreNoNumbers() {
    server.always(
        Reply.status(
            200,
            Map.of(
                "inin-ratelimit-count",
                "many",
                "inin-ratelimit-allowed",
                "-1",
                "inin-ratelimit-reset",
                "50"),
            "{}"));
    RetryingSender sender = sender(1.0);

    for (int i = 0; i < 5; i++) {
      sender.send(REQUEST, Map.of(), time.deadlineAfter(Duration.ofHours(1)));
    }

    assertThat(time.sleeps()).isEmpty();
  }

  private void sendMany(double share) {
    RetryingSender sender = sender(share);
    for (int i = 0; i < 3 * ALLOWED; i++) {
      sender.send(REQUEST, Map.of(), time.deadlineAfter(Duration.ofDays(1)));
      time.advance(Duration.ofMillis(10));
    }
  }

  private RetryingSender sender(double share) {
    return new RetryingSender(
        server.uri(), HttpSettings.defaults().withRateShare(share), TestRuntime.of(time));
  }

  /** Counts requests in minutes of virtual time, as Genesys does, and refuses the 31st. */
  private final class LimitedReply implements Reply {
    private final boolean tellsLimit;
    private long minute = -1;
    private int count;

    LimitedReply(boolean tellsLimit) {
      this.tellsLimit = tellsLimit;
    }

    @Override
    public synchronized void answer(HttpExchange exchange)
        throws IOException, InterruptedException {
      long seconds = time.instant().getEpochSecond();
      if (seconds / 60 != minute) {
        minute = seconds / 60;
        count = 0;
      }
      count++;
      most.accumulateAndGet(count, Math::max);
      if (count > ALLOWED) {
        refusals.incrementAndGet();
        Reply.status(429, Map.of("Retry-After", Long.toString(60 - seconds % 60)), "{}")
            .answer(exchange);
        return;
      }
      Map<String, String> headers =
          Map.of(
              "inin-ratelimit-count", Integer.toString(count),
              "inin-ratelimit-allowed", Integer.toString(ALLOWED),
              "inin-ratelimit-reset", Long.toString(60 - seconds % 60));
      Reply.status(200, tellsLimit ? headers : Map.of(), "{}").answer(exchange);
    }
  }
}
