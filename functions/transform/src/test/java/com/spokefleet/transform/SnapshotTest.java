package com.spokefleet.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.firehose.BatchAccount;
import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.RecordedMetrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SnapStart calls before it takes its snapshot and after it has restored it. */
final class SnapshotTest {
  private static final EventOrg ORG =
      new EventOrg(
          "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811",
          "emea",
          "EMEA",
          new PrivacyRules(Map.of("ani", Treatment.HASH), false));
  private static final String EVENT =
      """
      {"id":"e-1","detail-type":"v2.detail.events.conversation.{id}.acw",
       "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet",
       "detail":{"eventBody":{"eventTime":1794319862180,"ani":"tel:+15550100123"}}}""";

  private final RecordedMetrics metrics = new RecordedMetrics();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void samplesGoAllTheWayAndLeaveNothingBehind(boolean splunk) throws IOException {
    try (LocalSecretsExtension extension = new LocalSecretsExtension("token", "key of hashes")) {
      TransformHandler handler = handler(extension, splunk);
      handler.beforeCheckpoint(Core.getGlobalContext());
      handler.afterRestore(Core.getGlobalContext());
      assertThat(metrics.measurements()).isEmpty();
      assertThat(extension.asked()).as("no secret gets into a snapshot").isEmpty();

      byte[] primed = answer(handler);

      assertThat(metrics.sum(MetricName.EVENTS_RECEIVED, Dimensions.org("emea").destination("soc")))
          .isEqualTo(1);
      assertThat(extension.asked()).hasSize(1);
      assertThat(primed).isEqualTo(answer(handler(extension, splunk)));
    }
  }

  @Test
  void aRestoredFunctionFetchesItsKeyAgain() throws IOException {
    try (LocalSecretsExtension extension = new LocalSecretsExtension("token", "key of hashes")) {
      TransformHandler handler = handler(extension, true);
      byte[] before = answer(handler);
      extension.rotate("another key");
      assertThat(answer(handler)).as("as long as it lives it keeps its key").isEqualTo(before);

      handler.beforeCheckpoint(Core.getGlobalContext());
      handler.afterRestore(Core.getGlobalContext());

      assertThat(answer(handler)).isNotEqualTo(before);
      assertThat(extension.asked()).hasSize(2);
    }
  }

  @Test
  void itsTokenIsThatOfContainerCredentialsWhereLambdaGivesNoOther() throws IOException {
    try (LocalSecretsExtension extension = new LocalSecretsExtension("token", "key of hashes")) {
      TransformHandler handler =
          new TransformHandler(
              Map.of(
                  TransformHandler.SETTINGS,
                  SettingsJson.write(settings(true)),
                  "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
                  extension.port(),
                  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                  "token"),
              metrics);

      assertThat(new String(answer(handler), StandardCharsets.UTF_8)).contains("\"Ok\"");
    }
  }

  @Test
  void theSampleTakesEveryWay() throws IOException {
    BatchTransformer transformer = settings(true).transformer(where -> SampleBatch.key());
    byte[] batch = SampleBatch.of(List.of(ORG));
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    BatchAccount account = transformer.transform(batch, batch.length, reply);

    assertThat(Objects.requireNonNull(account.orgs().get("emea")).delivered())
        .as("one of each kind")
        .isGreaterThanOrEqualTo(3);
    assertThat(account.orgs().values())
        .anySatisfy(counts -> assertThat(counts.dropped()).isNotEmpty())
        .anySatisfy(counts -> assertThat(counts.failed()).isNotEmpty());
    StringBuilder delivered = new StringBuilder();
    for (JsonNode record : new ObjectMapper().readTree(reply.toByteArray()).path("records")) {
      if (record.has("data")) {
        delivered.append(new String(record.path("data").binaryValue(), StandardCharsets.UTF_8));
      }
    }
    assertThat(delivered.toString())
        .containsPattern("\"ani\":\"[0-9a-f]{32}\"")
        .contains("customer.end", "\"action\":", "processors_active_time_pct", "mem_used_percent");
  }

  private TransformHandler handler(LocalSecretsExtension extension, boolean splunk) {
    return new TransformHandler(
        Map.of(
            TransformHandler.SETTINGS,
            SettingsJson.write(settings(splunk)),
            "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
            extension.port(),
            "AWS_SESSION_TOKEN",
            "token"),
        metrics);
  }

  private static TransformSettings settings(boolean splunk) {
    return new TransformSettings(
        splunk
            ? new DestinationSettings.Splunk("soc", "genesys")
            : new DestinationSettings.Datadog("soc"),
        List.of(ORG),
        Optional.of("secretsmanager:spokefleet/hash"));
  }

  private static byte[] answer(TransformHandler handler) throws IOException {
    String data = Base64.getEncoder().encodeToString(EVENT.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.transform(
        new ByteArrayInputStream(
            "{\"records\":[{\"recordId\":\"r\",\"approximateArrivalTimestamp\":1,\"data\":\"%s\"}]}"
                .formatted(data)
                .getBytes(StandardCharsets.UTF_8)),
        reply);
    return reply.toByteArray();
  }
}
