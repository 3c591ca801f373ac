package com.spokefleet.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse.Record;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests and replies in AWS's own classes of them. */
final class TransformHandlerTest {
  private static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  private static final String EVENT =
      """
      {"id":"e-%d","detail-type":"v2.detail.events.conversation.{id}.acw",
       "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet",
       "detail":{"eventBody":{"eventTime":1794319862180,"ani":"tel:+15550100123"}}}""";

  private final ObjectMapper json =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final RecordedMetrics metrics = new RecordedMetrics();

  @Test
  void answersEachRecordInAwssOwnShape() throws IOException {
    TransformHandler handler = new TransformHandler(environment(Map.of(), "0"), metrics);
    KinesisAnalyticsInputPreprocessingResponse reply =
        call(handler, EVENT.formatted(1), "{", "", EVENT.formatted(2));

    assertThat(reply.getRecords())
        .extracting(Record::getRecordId)
        .containsExactly("r-0", "r-1", "r-2", "r-3");
    assertThat(reply.getRecords())
        .extracting(record -> record.getResult().name())
        .containsExactly("Ok", "ProcessingFailed", "Dropped", "Ok");
    JsonNode event = event(reply.getRecords().get(3));
    assertThat(event.at("/event/event_id").asText()).isEqualTo("e-2");
    assertThat(event.at("/event/org_name").asText()).isEqualTo("emea");
    assertThat(event.at("/event/ani").isMissingNode()).isTrue();
  }

  @Test
  void tellsWhatBecameOfEachAndItAddsUp() throws IOException {
    TransformHandler handler = new TransformHandler(environment(Map.of(), "0"), metrics);
    call(handler, EVENT.formatted(1), "{", "", EVENT.formatted(2));
    Dimensions emea = Dimensions.org("emea").destination("soc");

    assertThat(metrics.sum(MetricName.EVENTS_RECEIVED, emea)).isEqualTo(4);
    assertThat(metrics.sum(MetricName.EVENTS_TRANSFORMED, emea)).isEqualTo(2);
    assertThat(metrics.sum(MetricName.EVENTS_DROPPED, emea.reason("empty"))).isEqualTo(1);
    assertThat(metrics.sum(MetricName.EVENTS_FAILED, emea.reason("not_json"))).isEqualTo(1);
  }

  @Test
  void fetchesTheKeyOnceAndOnlyWhenItIsNeeded() throws IOException {
    try (LocalSecretsExtension extension = new LocalSecretsExtension("token", "key of hashes")) {
      TransformHandler handler =
          new TransformHandler(
              environment(Map.of("ani", Treatment.HASH), extension.port()), metrics);
      call(handler, "{\"a\":1}");
      assertThat(extension.asked()).isEmpty();

      String first =
          event(call(handler, EVENT.formatted(1)).getRecords().getFirst())
              .at("/event/ani")
              .asText();
      String second =
          event(call(handler, EVENT.formatted(2)).getRecords().getFirst())
              .at("/event/ani")
              .asText();

      assertThat(first).matches("[0-9a-f]{32}").isEqualTo(second);
      assertThat(extension.asked()).containsExactly("secretId=spokefleet%2Fhash");
    }
  }

  @Test
  void withoutTheKeyNothingIsAnsweredSoThatFirehoseComesAgain() throws IOException {
    try (LocalSecretsExtension extension = new LocalSecretsExtension("another", "key")) {
      TransformHandler handler =
          new TransformHandler(
              environment(Map.of("ani", Treatment.HASH), extension.port()), metrics);

      assertThatThrownBy(() -> call(handler, EVENT.formatted(1)))
          .hasMessage("Cannot fetch the hash key spokefleet/hash");
    }
  }

  @Test
  void saysThatItsSettingsAreMissing() {
    assertThatThrownBy(() -> new TransformHandler(Map.of(), metrics))
        .hasMessage("Cannot transform events: SPOKEFLEET_TRANSFORM is not set");
  }

  private KinesisAnalyticsInputPreprocessingResponse call(
      TransformHandler handler, String... events) throws IOException {
    KinesisFirehoseEvent event = new KinesisFirehoseEvent();
    event.setInvocationId("invocation");
    event.setRegion("eu-central-1");
    event.setRecords(
        IntStream.range(0, events.length).mapToObj(at -> record(at, events[at])).toList());
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.transform(new ByteArrayInputStream(json.writeValueAsBytes(event)), reply);
    return json.readValue(reply.toByteArray(), KinesisAnalyticsInputPreprocessingResponse.class);
  }

  private static KinesisFirehoseEvent.Record record(int number, String event) {
    KinesisFirehoseEvent.Record record = new KinesisFirehoseEvent.Record();
    record.setRecordId("r-" + number);
    record.setData(ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private JsonNode event(Record record) throws IOException {
    return json.readTree(StandardCharsets.UTF_8.decode(record.getData()).toString());
  }

  private static Map<String, String> environment(Map<String, Treatment> rules, String port) {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("soc", "genesys"),
            List.of(new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(rules, false))),
            Optional.of("secretsmanager:spokefleet/hash"));
    return Map.of(
        TransformHandler.SETTINGS,
        SettingsJson.write(settings),
        "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
        port,
        "AWS_SESSION_TOKEN",
        "token");
  }
}
