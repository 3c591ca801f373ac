package com.spokefleet.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import com.spokefleet.transform.TransformHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transformation's package, run as Lambda runs it. */
final class TransformPackageTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  private static final String EVENT =
      """
      {"id":"e-1","detail-type":"v2.detail.events.conversation.{id}.acw",
       "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet",
       "detail":{"eventBody":{"eventTime":1794319862180,"userId":"u","queueId":"q"}}}""";

  @TempDir static Path folder;
  private static Path function;

  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void unzip() throws IOException {
    function = Packages.unzip("transform", folder);
  }

  @Test
  void aBatchOfFirehoseIsAnsweredAndItsMetricsAreLogged() throws IOException {
    try (LocalFunction transform = start(function, environment())) {
      Moment answer = transform.invoke(batch(EVENT));

      assertThat(answer.kind()).as(answer.text()).isEqualTo(Moment.Kind.ANSWERED);
      JsonNode record = json.readTree(answer.body()).at("/records/0");
      assertThat(record.path("result").asText()).isEqualTo("Ok");
      assertThat(json.readTree(record.path("data").binaryValue()).at("/event/event_id").asText())
          .isEqualTo("e-1");
      assertThat(transform.log()).anyMatch(line -> line.contains("events_transformed"));
    }
  }

  @Test
  void aRequestThatIsNoneIsAnErrorAsJsonAndTheNextOneIsAnswered() throws IOException {
    try (LocalFunction transform = start(function, environment())) {
      Moment failure = transform.invoke("{\"records\":");
      assertThat(failure.kind()).isEqualTo(Moment.Kind.FAILED);
      assertThat(json.readTree(failure.body()).path("errorMessage").asText()).isNotEmpty();

      assertThat(transform.invoke(batch(EVENT)).kind()).isEqualTo(Moment.Kind.ANSWERED);
    }
  }

  @Test
  void missingSettingsFailTheStartWithTheirName() throws IOException {
    try (LocalFunction transform = start(function, Map.of())) {
      Moment failure = transform.invoke(batch(EVENT));

      assertThat(failure.kind()).isEqualTo(Moment.Kind.INIT_FAILED);
      assertThat(failure.text()).contains("SPOKEFLEET_TRANSFORM is not set");
    }
  }

  @Test
  void aPackageThatLacksOneClassFailsAndNamesIt() throws IOException {
    Path spoilt = Packages.unzip("transform", folder.resolve("spoilt"));
    Files.delete(spoilt.resolve("com/spokefleet/events/firehose/BatchTransformer.class"));
    try (LocalFunction transform = start(spoilt, environment())) {
      Moment failure = transform.invoke(batch(EVENT));

      assertThat(failure.kind()).isIn(Moment.Kind.INIT_FAILED, Moment.Kind.FAILED);
      assertThat(failure.text()).contains("NoClassDefFoundError", "BatchTransformer");
    }
  }

  @Test
  void withSnapStartTheSnapshotIsTakenOfAPrimedFunctionThatHasSaidNothing() throws IOException {
    Map<String, String> variables = new TreeMap<>(environment());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    FunctionLaunch launch =
        FunctionLaunch.of(TransformHandler.class.getName(), function, variables)
            .withJavaOptions(List.of("-Xlog:class+load"));
    try (LocalFunction transform = LocalFunction.start(launch, TIMEOUT, Clock.systemUTC())) {
      Moment checkpoint = transform.checkpoint();
      assertThat(checkpoint.kind()).as(checkpoint.text()).isEqualTo(Moment.Kind.CHECKPOINTED);
      assertThat(transform.log())
          .anyMatch(line -> line.contains(" com.spokefleet.transform.SampleBatch "))
          .noneMatch(line -> line.contains("events_received"));
      transform.restore();
      assertThat(transform.invoke(batch(EVENT)).kind()).isEqualTo(Moment.Kind.ANSWERED);
      assertThat(transform.log().stream().filter(line -> line.contains("events_received")))
          .hasSize(1);
    }
  }

  private static LocalFunction start(Path task, Map<String, String> environment)
      throws IOException {
    return LocalFunction.start(
        FunctionLaunch.of(TransformHandler.class.getName(), task, environment),
        TIMEOUT,
        Clock.systemUTC());
  }

  private static Map<String, String> environment() {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("soc", "genesys"),
            List.of(new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.empty());
    return Map.of(TransformHandler.SETTINGS, SettingsJson.write(settings));
  }

  private static String batch(String event) {
    String data = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
    return "{\"records\":[{\"recordId\":\"r\",\"approximateArrivalTimestamp\":1,\"data\":\"%s\"}]}"
        .formatted(data);
  }
}
