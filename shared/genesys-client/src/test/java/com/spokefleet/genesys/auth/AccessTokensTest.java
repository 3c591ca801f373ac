package com.spokefleet.genesys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.Reply;
import com.spokefleet.genesys.http.ScriptedServer;
import com.spokefleet.genesys.http.TestRuntime;
import com.spokefleet.genesys.http.VirtualTime;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final ClientCredentials OLD = new ClientCredentials("client", "old-secret");
  private static final ClientCredentials NEW = new ClientCredentials("client", "new-secret");

  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger issued = new AtomicInteger();
  private final List<ClientCredentials> stored = new ArrayList<>(List.of(OLD));
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.always(exchange -> Reply.json(tokenJson(issued.incrementAndGet())).answer(exchange));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSignInWithClientCredentials() {
    assertThat(tokens().token(deadline())).isEqualTo("token-1");

    String basic =
        Base64.getEncoder().encodeToString("client:old-secret".getBytes(StandardCharsets.UTF_8));
    assertThat(server.received())
        .containsExactly(
            new ScriptedServer.Received(
                "POST", "/oauth/token", "Basic " + basic, "grant_type=client_credentials"));
  }

  @Test
  void shouldUseATokenUntilShortlyBeforeItsEnd() {
    AccessTokens tokens = tokens();

    assertThat(tokens.token(deadline())).isEqualTo("token-1");
    time.advance(Duration.ofSeconds(86_399 - 121));
    assertThat(tokens.token(deadline())).isEqualTo("token-1");
    time.advance(Duration.ofSeconds(1));
    assertThat(tokens.token(deadline())).isEqualTo("token-2");
  }

  @Test
  void shouldRenewOnlyTheTokenThatWasRefused() {
    AccessTokens tokens = tokens();
    tokens.token(deadline());

    assertThat(tokens.renewed("token-1", deadline())).isEqualTo("token-2");
    assertThat(tokens.renewed("token-1", deadline())).isEqualTo("token-2");
    assertThat(issued).hasValue(2);
  }

  @Test
  void shouldSignInOnce_whenManyThreadsAskAtATime() throws Exception {
    int threads = 16;
    CountDownLatch asked = new CountDownLatch(threads);
    server.always(
        exchange -> {
          asked.await();
          Reply.json(tokenJson(issued.incrementAndGet())).answer(exchange);
        });
    AccessTokens tokens = tokens();
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        answers.add(
            executor.submit(
                () -> {
                  asked.countDown();
                  return tokens.token(deadline());
                }));
      }
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo("token-1");
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void shouldReadTheSecretAgain_whenItWasRotated() {
    AccessTokens tokens = tokens();
    tokens.token(deadline());
    stored.set(0, NEW);
    server.then(Reply.status(401, "{\"error\":\"invalid_client\"}"));

    assertThat(tokens.renewed("token-1", deadline())).isEqualTo("token-2");

    assertThat(server.received()).hasSize(3);
  }

  @Test
  void shouldNameOrgAndRegion_whenTheSecretIsWrong() {
    for (int status : new int[] {400, 401}) {
      server.always(
          Reply.status(status, "{\"error\":\"invalid_client\",\"description\":\"old-secret\"}"));

      GenesysException failure =
          catchThrowableOfType(GenesysException.class, () -> tokens().token(deadline()));

      assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
      assertThat(failure)
          .hasMessageStartingWith("Cannot sign in to emea: ")
          .hasMessageContaining("'env:EMEA'")
          .hasMessageContaining("eu-west-1");
      assertThat(failure.getMessage()).doesNotContain("old-secret");
    }
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void shouldNotAskAgainBeforeAThrottledSignInMayResume() {
    server.always(Reply.status(429, Map.of("Retry-After", "600"), "{}"));
    AccessTokens tokens = tokens();
    Deadline deadline = time.deadlineAfter(Duration.ofMinutes(5));

    for (int i = 0; i < 3; i++) {
      GenesysException failure =
          catchThrowableOfType(GenesysException.class, () -> tokens.token(deadline));
      assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
      assertThat(failure.resumeAt()).contains(VirtualTime.START.plusSeconds(600));
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void shouldRepeatTheSignInAfterAPassingFault() {
    server.then(Reply.status(503, ""), Reply.status(200, "<html>"));

    assertThat(tokens().token(deadline())).isEqualTo("token-1");
  }

  @Test
  void shouldReportAnAnswerWithoutToken() {
    for (String answer :
        List.of("{}", "{\"access_token\":\"t\"}", "{\"expires_in\":9}", "{\"access_token\" 1}")) {
      server.always(Reply.json(answer));

      GenesysException failure =
          catchThrowableOfType(GenesysException.class, () -> tokens().token(deadline()));

      assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
      assertThat(failure).hasMessageStartingWith("Cannot get an access token for emea: ");
    }
  }

  private AccessTokens tokens() {
    return new AccessTokens(
        new SignIn("emea", "eu-west-1", server.uri(), "env:EMEA"),
        reference -> stored.getFirst(),
        HttpSettings.defaults(),
        TestRuntime.of(time));
  }

  private Deadline deadline() {
    return time.deadlineAfter(Duration.ofMinutes(5));
  }

  private static String tokenJson(int number) {
    return "{\"access_token\":\"token-%d\",\"token_type\":\"bearer\",\"expires_in\":86399}"
        .formatted(number);
  }
}
