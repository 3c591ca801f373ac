package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the server does, virtual time never passes the deadline. */
class DeadlineTest {
  private static final GenesysRequest REQUEST = GenesysRequest.get("/x", "things of emea");
  private static final Duration RUN = Duration.ofSeconds(60);
  private static final int SCRIPTS = 60;

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
  void shouldNeverSleepPastTheDeadline() {
    long seed = TestRuntime.seed();
    Random random = new Random(seed);
    server.always(exchange -> misbehaviour(random).answer(exchange));
    int resumable = 0;
    for (int script = 0; script < SCRIPTS; script++) {
      VirtualTime time = new VirtualTime();
      Deadline deadline = time.deadlineAfter(RUN);
      RetryingSender sender =
          new RetryingSender(server.uri(), HttpSettings.defaults(), TestRuntime.of(time));
      try {
        while (!deadline.isPast()) {
          sender.send(REQUEST, Map.of(), deadline);
        }
      } catch (GenesysException handedBack) {
        resumable += handedBack.resumeAt().isPresent() ? 1 : 0;
      }
      assertThat(time.instant()).as("seed %d, script %d", seed, script).isBefore(deadline.at());
    }
    assertThat(resumable).as("runs that had to stop at the deadline, seed %d", seed).isPositive();
  }

  /** Negative control: the check above does see a client that sleeps as long as it is told. */
  @Test
  void shouldNoticeAClientThatObeysRetryAfterBlindly() throws Exception {
    server.always(Reply.status(429, Map.of("Retry-After", "45"), "{}"));
    VirtualTime time = new VirtualTime();
    Deadline deadline = time.deadlineAfter(RUN);
    HttpTransport transport = new HttpTransport(HttpRuntime.newClient(RUN), 1_000);

    for (int attempt = 1; attempt <= 2; attempt++) {
      GenesysResponse response = transport.exchange(server.uri(), REQUEST, Map.of(), RUN);
      time.sleep(
          RetryAfter.parse(response.header("retry-after").orElseThrow(), time.instant())
              .orElseThrow());
    }

    assertThatThrownBy(() -> assertThat(time.instant()).isBefore(deadline.at()))
        .isInstanceOf(AssertionError.class);
  }

  private static Reply misbehaviour(RandomGenerator random) {
    synchronized (random) {
      String wait = Integer.toString(random.nextInt(40));
      return switch (random.nextInt(5)) {
        case 0 -> Reply.status(429, Map.of("Retry-After", wait), "{}");
        case 1 -> Reply.status(429, "{}");
        case 2 -> Reply.status(503, Map.of("Retry-After", wait), "{}");
        case 3 -> Reply.status(502, "");
        default ->
            Reply.status(
                200,
                Map.of(
                    "inin-ratelimit-count", "300",
                    "inin-ratelimit-allowed", "300",
                    "inin-ratelimit-reset", wait),
                "{}");
      };
    }
  }
}
