package com.spokefleet.telemetry;

import static com.spokefleet.telemetry.JsonLines.list;
import static com.spokefleet.telemetry.JsonLines.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Dimensions QUEUES = Dimensions.org("emea").dataset("queues");

  private final StringBuilder output = new StringBuilder();
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics(Clock.fixed(NOW, ZoneOffset.UTC), output);

  @Test
  void writesTheVeryStructureThatCloudWatchDocuments() {
    metrics.count(MetricName.API_REQUESTS, 3, QUEUES);
    metrics.flush();

    assertThat(output)
        .hasToString(
            """
            {"_aws":{"Timestamp":1795176000000,"CloudWatchMetrics":[{"Namespace":"Spokefleet",\
            "Dimensions":[["org","dataset"]],"Metrics":[{"Name":"api_requests","Unit":"Count"}]}]},\
            "org":"emea","dataset":"queues","api_requests":3}
            """);
  }

  @Test
  void addsCountsKeepsTheLastGaugeAndEveryDuration() {
    metrics.count(MetricName.API_REQUESTS, 3, QUEUES);
    metrics.count(MetricName.API_REQUESTS, 4, QUEUES);
    metrics.gauge(MetricName.DATA_AGE_MS, 60_000, QUEUES);
    metrics.gauge(MetricName.DATA_AGE_MS, 30_000.5, QUEUES);
    metrics.duration(MetricName.THROTTLED_TIME_MS, Duration.ofSeconds(2), QUEUES);
    metrics.duration(MetricName.THROTTLED_TIME_MS, Duration.ofMillis(5), QUEUES);
    metrics.flush();

    assertThat(JsonLines.read(output.toString()))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("api_requests", 7L)
                    .containsEntry("data_age_ms", 30_000.5)
                    .containsEntry("throttled_time_ms", List.of(2_000L, 5L)));
  }

  @Test
  void writesOneRecordPerSetOfDimensionValuesAndEachIsValid() {
    metrics.count(MetricName.API_REQUESTS, 1, QUEUES);
    metrics.count(MetricName.API_REQUESTS, 1, Dimensions.org("amer").dataset("queues"));
    metrics.count(MetricName.PARTITIONS_CHANGED, 2, Dimensions.org("emea").table("segments"));
    metrics.count(MetricName.QUARANTINED, 0, QUEUES);
    metrics.flush();

    List<Map<String, Object>> lines = JsonLines.read(output.toString());
    assertThat(lines).hasSize(3).allSatisfy(EmbeddedMetricsTest::assertValid);
    assertThat(lines.getFirst()).containsEntry("quarantined", 0L);
  }

  @Test
  void splitsMoreThanAHundredValuesOverSeveralRecords() {
    for (int i = 0; i < 250; i++) {
      metrics.duration(MetricName.TICK_TIME_MS, Duration.ofMillis(i), QUEUES);
    }
    metrics.count(MetricName.API_REQUESTS, 9, QUEUES);
    metrics.flush();

    List<Map<String, Object>> lines = JsonLines.read(output.toString());
    assertThat(lines).hasSize(3).allSatisfy(EmbeddedMetricsTest::assertValid);
    assertThat(lines.stream().mapToInt(line -> list(value(line, "tick_time_ms")).size()).sum())
        .isEqualTo(250);
    assertThat(lines).filteredOn(line -> line.containsKey("api_requests")).hasSize(1);
  }

  @Test
  void flushesEachFigureOnce() {
    metrics.count(MetricName.API_REQUESTS, 1, QUEUES);
    metrics.flush();
    metrics.flush();

    assertThat(output.toString().lines()).hasSize(1);
  }

  @Test
  void keepsDimensionValuesWithinWhatCloudWatchTakes() {
    metrics.count(
        MetricName.API_REQUESTS, 1, Dimensions.org("a\n{\"b\"}é").dataset("x".repeat(5_000)));
    metrics.flush();

    Map<String, Object> line = JsonLines.read(output.toString()).getFirst();
    assertThat(line).containsEntry("org", "a?{\"b\"}?").containsEntry("dataset", "x".repeat(1_024));
  }

  @Test
  void refusesDimensionsThatAreNotTheMetricsOwn() {
    for (Metrics each : List.of(metrics, new RecordedMetrics())) {
      assertThatThrownBy(
              () -> each.count(MetricName.API_REQUESTS, 1, Dimensions.org("emea").table("x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Cannot measure api_requests by [ORG, TABLE]: it is declared by [ORG, DATASET]");
    }
  }

  @Test
  void refusesGaugesThatAreNoNumberAndEmptyDimensions() {
    assertThatThrownBy(() -> metrics.gauge(MetricName.DATA_AGE_MS, Double.NaN, QUEUES))
        .hasMessage("Cannot measure data_age_ms as NaN");
    assertThatThrownBy(() -> Dimensions.org(" ")).hasMessage("Cannot measure by an empty org");
  }

  /** What the Embedded Metric Format asks of a record, beyond being JSON. */
  private static void assertValid(Map<String, Object> line) {
    Map<String, Object> aws = map(value(line, "_aws"));
    assertThat(aws).containsOnlyKeys("Timestamp", "CloudWatchMetrics");
    assertThat(aws).containsEntry("Timestamp", NOW.toEpochMilli());
    for (Object each : list(value(aws, "CloudWatchMetrics"))) {
      Map<String, Object> directive = map(each);
      assertThat(directive).containsOnlyKeys("Namespace", "Dimensions", "Metrics");
      for (Object set : list(value(directive, "Dimensions"))) {
        assertThat(list(set)).hasSizeLessThanOrEqualTo(30);
        list(set).forEach(name -> assertThat(line.get(name)).isInstanceOf(String.class));
      }
      assertThat(list(value(directive, "Metrics"))).hasSizeBetween(1, 100);
      for (Object metric : list(value(directive, "Metrics"))) {
        assertThat(map(metric)).containsOnlyKeys("Name", "Unit");
        assertThat(Set.<Object>of("Count", "Milliseconds", "Bytes"))
            .contains(value(map(metric), "Unit"));
        Object figure = value(line, (String) value(map(metric), "Name"));
        if (figure instanceof List<?> figures) {
          assertThat(figures).hasSizeBetween(1, 100);
        } else {
          assertThat(figure).isInstanceOf(Number.class);
        }
      }
    }
  }

  private static Object value(Map<String, Object> object, String name) {
    return Objects.requireNonNull(object.get(name), name);
  }
}
