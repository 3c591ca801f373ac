package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiRequestBuilder;
import com.mypurecloud.sdk.v2.ApiResponse;
import com.mypurecloud.sdk.v2.connector.ApiClientConnectorProperty;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SdkConnectorTest {
  private static final String QUEUES = "/api/v2/routing/queues";
  private static final TypeReference<String> TEXT = new TypeReference<>() {};

  private LoopbackOrg org;

  @BeforeEach
  void start() throws IOException {
    org = new LoopbackOrg();
  }

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void sendsAGetWithOurTokenAndWithoutBody() {
    org.list(QUEUES, List.of());

    org.configuration().queues(org.deadline());

    Seen request = org.requests().getFirst();
    assertThat(request.body()).isEmpty();
    assertThat(request.headers().get("Authorization")).containsExactly("Bearer t1");
    assertThat(request.headers()).doesNotContainKey("Content-type");
  }

  @Test
  void carriesABodyWithItsContentType() throws Exception {
    org.answer("/api/v2/echo", request -> Answer.json(request.body()));

    ApiResponse<String> response =
        client()
            .invoke(
                ApiRequestBuilder.create("POST", "/api/v2/echo")
                    .withBody(Map.of("name", "Zürich"))
                    .withContentTypes("application/json")
                    .build(),
                TEXT);

    assertThat(response.getBody()).isEqualTo("{\"name\":\"Zürich\"}");
    assertThat(org.requests().getFirst().headers().getFirst("Content-Type"))
        .isEqualTo("application/json");
  }

  @Test
  void findsResponseHeadersInAnyLetterCase() throws Exception {
    org.answer("/api/v2/echo", new Answer(200, "{}", Map.of("inin-CORRELATION-id", "c-1")));

    ApiResponse<String> response =
        client().invoke(ApiRequestBuilder.create("GET", "/api/v2/echo").build(), TEXT);

    assertThat(response.getCorrelationId()).isEqualTo("c-1");
    assertThat(response.getHeader("ININ-CORRELATION-ID")).isEqualTo("c-1");
  }

  @Test
  void repeatsAPassingFaultAsOftenAsOurSettingsSayAndNotOnceMore() {
    org.answer(QUEUES, Answer.status(503, "{}"));

    assertThatThrownBy(() -> org.configuration().queues(org.deadline()))
        .isInstanceOfSatisfying(
            GenesysException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.RETRYABLE);
              assertThat(failure.status()).hasValue(503);
            });
    assertThat(org.requests()).hasSize(HttpSettings.defaults().maximumAttempts());
  }

  @Test
  void neverWaitsPastTheDeadline() {
    org.answer(QUEUES, new Answer(429, "{}", Map.of("Retry-After", "45")));
    Deadline soon = Deadline.after(Duration.ofSeconds(30), org.deadline().clock());

    assertThatThrownBy(() -> org.configuration().queues(soon))
        .isInstanceOfSatisfying(
            GenesysException.class,
            throttled -> {
              assertThat(throttled.kind()).isEqualTo(FailureKind.THROTTLED);
              assertThat(throttled.resumeAt()).contains(LoopbackOrg.NOW.plusSeconds(45));
            });
    assertThat(org.sleeps()).isEmpty();
    assertThat(org.requests()).hasSize(1);
  }

  @Test
  void renewsARefusedTokenOnce() {
    org.answer(
        QUEUES,
        request ->
            request.headers().getFirst("Authorization").equals("Bearer t2")
                ? Listing.page(Listing.named("queue", 3), request)
                : Answer.status(401, "{\"code\":\"bad.credentials\"}"));
    org.answer(LoopbackOrg.TOKEN_PATH, tokens());

    assertThat(org.configuration().queues(org.deadline())).hasSize(3);
    assertThat(org.requests()).hasSize(2);
  }

  @Test
  void writesNothingToTheConsole() {
    org.answer(QUEUES, Answer.status(400, "{\"message\":\"no\"}"));
    PrintStream console = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> org.configuration().queues(org.deadline()));
    } finally {
      System.setOut(console);
    }

    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void startsNoThreadOfTheSdk() {
    org.list(QUEUES, Listing.named("queue", 3));
    org.configuration().queues(org.deadline());

    assertThat(Thread.getAllStackTraces().values())
        .flatMap(List::of)
        .extracting(StackTraceElement::getClassName)
        .noneMatch(name -> name.startsWith("com.mypurecloud"));
  }

  private static Function<Seen, Answer> tokens() {
    int[] issued = {0};
    return request ->
        Answer.json("{\"access_token\":\"t%d\",\"expires_in\":86399}".formatted(++issued[0]));
  }

  private ApiClient client() {
    return ApiClient.Builder.standard()
        .withBasePath("")
        .withObjectMapper(SdkModels.mapper())
        .withProperty(
            ApiClientConnectorProperty.CONNECTOR_PROVIDER,
            SdkConnector.provider(org.http(), org.deadline(), "an echo"))
        .build();
  }
}
