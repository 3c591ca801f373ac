package com.spokefleet.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each SIEM gets of a golden event: {@code <case>.splunk.json}, {@code <case>.datadog.json}
 * and {@code <case>.ocsf.json} beside it, compared value by value. What would be dropped is an
 * object that says so. With {@code -Dupdate} the files are written anew: read them before
 * committing.
 */
final class GoldenTest {
  static List<GoldenEvent> expected() {
    return GoldenEvent.all().stream()
        .filter(
            event ->
                TopicCatalogue.find(event.detailType())
                    .map(topic -> topic.route() != Route.NONE)
                    .orElse(true))
        .toList();
  }

  /** Those that may leave a metrics-only org as well. */
  static List<GoldenEvent> masked() {
    return expected().stream()
        .filter(
            event ->
                TopicCatalogue.find(event.detailType())
                    .map(topic -> topic.metricsOnlyAllowed())
                    .orElse(false))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void splunkGets(GoldenEvent event) throws Exception {
    check(
        event,
        "splunk",
        Flattened.of(event.json(), Flattened.USUAL, new SplunkEnvelope("genesys")));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void datadogGets(GoldenEvent event) throws Exception {
    check(event, "datadog", Flattened.of(event.json(), Flattened.USUAL, new DatadogEnvelope()));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void ocsfIs(GoldenEvent event) throws Exception {
    check(event, "ocsf", Flattened.of(event.json(), Flattened.USUAL, new OcsfEnvelope()));
  }

  @ParameterizedTest
  @MethodSource("masked")
  void ocsfIsOfAMetricsOnlyOrg(GoldenEvent event) throws Exception {
    check(event, "masked.ocsf", Flattened.of(event.json(), Flattened.MASKED, new OcsfEnvelope()));
  }

  @ParameterizedTest
  @MethodSource("masked")
  void splunkGetsOfAMetricsOnlyOrg(GoldenEvent event) throws Exception {
    check(
        event,
        "masked.splunk",
        Flattened.of(event.json(), Flattened.MASKED, new SplunkEnvelope("genesys")));
  }

  @Test
  void bothSiemsGetTheSameFields() throws Exception {
    for (GoldenEvent event : expected()) {
      JsonNode datadog =
          Flattened.of(event.json(), Flattened.USUAL, new DatadogEnvelope()).path("genesys");
      JsonNode splunk =
          Flattened.of(event.json(), Flattened.USUAL, new SplunkEnvelope("genesys")).path("event");
      datadog
          .properties()
          .forEach(
              field ->
                  assertThat(splunk.path(field.getKey()))
                      .as("%s of %s", field.getKey(), event)
                      .isEqualTo(field.getValue()));
    }
  }

  private static void check(GoldenEvent event, String kind, JsonNode actual) throws Exception {
    String name = event.file().getFileName().toString().replace(".json", "." + kind + ".json");
    Path file = event.file().resolveSibling(name);
    if (System.getProperty("update") != null) {
      Files.writeString(file, Flattened.JSON.writeValueAsString(actual) + "\n");
    }
    assertThat(file).as("write it with -Dupdate, and read it").exists();
    JsonNode wanted = Flattened.JSON.readTree(Files.readString(file));
    assertThat(Flattened.JSON.writeValueAsString(actual))
        .isEqualTo(Flattened.JSON.writeValueAsString(wanted));
  }
}
