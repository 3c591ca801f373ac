package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.infra.alarm.Figure;
import com.spokefleet.infra.alarm.Runbook;
import com.spokefleet.ingest.FailureReason;
import com.spokefleet.telemetry.Dimension;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.MetricName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alarm watches what is really measured, and leads to a page that says what to do. */
final class AlarmContractTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();
  private static final Pattern RUNBOOK = Pattern.compile("docs/OPERATIONS.md, \"([^\"]+)\"");
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[a-z][a-zA-Z0-9_]*\\b");
  private static final Map<String, MetricName> OURS =
      Arrays.stream(MetricName.values()).collect(Collectors.toMap(MetricName::key, name -> name));

  private static List<Resource> alarms() {
    List<Resource> alarms = new ArrayList<>();
    FLEET
        .templates()
        .values()
        .forEach(template -> alarms.addAll(template.resources("AWS::CloudWatch::Alarm")));
    return alarms;
  }

  @Test
  void metricsOfOursAreDeclaredWithTheseVeryDimensions() {
    Set<String> watched = new TreeSet<>();
    for (Resource alarm : alarms()) {
      for (JsonNode query : alarm.property("Metrics")) {
        JsonNode metric = query.path("MetricStat").path("Metric");
        if (!metric.path("Namespace").asText().equals(Figure.OURS)) {
          continue;
        }
        MetricName name = OURS.get(metric.path("MetricName").asText());
        if (name == null) {
          throw new AssertionError(alarm + " watches " + metric);
        }
        Set<String> dimensions = new TreeSet<>();
        metric.path("Dimensions").forEach(one -> dimensions.add(one.path("Name").asText()));
        assertThat(dimensions)
            .as(alarm.toString())
            .isEqualTo(
                name.dimensions().stream()
                    .map(Dimension::key)
                    .collect(Collectors.toCollection(TreeSet::new)));
        watched.add(name.key());
      }
    }
    assertThat(watched)
        .contains(
            "data_age_ms",
            "runs",
            "maintenance",
            "throttled_time_ms",
            "jobs_given_up",
            "unmapped_wrapups",
            "reconciliation_difference",
            "events_received");
  }

  /**
   * CloudWatch tells capitals from small letters, and of a reason nobody tells there is no alarm.
   */
  @Test
  void failuresAreWatchedByTheNamesTheyAreToldBy() {
    Set<String> watched = new TreeSet<>();
    for (Resource alarm : alarms()) {
      for (JsonNode query : alarm.property("Metrics")) {
        JsonNode metric = query.path("MetricStat").path("Metric");
        if (metric.path("MetricName").asText().equals(MetricName.TICKS_FAILED.key())) {
          metric
              .path("Dimensions")
              .forEach(
                  one -> {
                    if (one.path("Name").asText().equals(Dimension.REASON.key())) {
                      watched.add(one.path("Value").asText());
                    }
                  });
        }
      }
    }
    assertThat(watched)
        .containsExactly(
            FailureReason.DEFECT, FailureReason.PARTLY, FailureReason.of(FailureKind.PERMANENT));
  }

  /** The namespace of the alarms is the one that is written. */
  @Test
  void namespaceIsTheWrittenOne() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    EmbeddedMetrics metrics =
        new EmbeddedMetrics(
            Clock.systemUTC(), new PrintStream(written, true, StandardCharsets.UTF_8));
    metrics.count(MetricName.RUNS, 1, Dimensions.org("emea"));
    metrics.flush();
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("\"Namespace\":\"" + Figure.OURS + "\"");
  }

  @Test
  void expressionsUseTheirFiguresAndNoOthers() {
    for (Resource alarm : alarms()) {
      Set<String> given = new TreeSet<>();
      String expression = "";
      for (JsonNode query : alarm.property("Metrics")) {
        if (query.has("Expression")) {
          expression = query.path("Expression").asText();
        } else {
          given.add(query.path("Id").asText());
        }
      }
      Set<String> used = new TreeSet<>();
      Matcher matcher = IDENTIFIER.matcher(expression);
      while (matcher.find()) {
        used.add(matcher.group());
      }
      assertThat(used).as(alarm.toString()).isEqualTo(given);
      assertThat(given.size()).as("figures an alarm may have").isLessThanOrEqualTo(10);
    }
  }

  /** A region that Genesys works on is no outage of ours. */
  @Test
  void ageSilenceAndHeartbeatAskForMaintenanceFirst() {
    List<String> asking = new ArrayList<>();
    for (Resource alarm : alarms()) {
      String name = alarm.property("AlarmName").asText();
      String expression = alarm.property("Metrics").path(0).path("Expression").asText();
      boolean must =
          name.contains("-age-") || name.contains("-silent-") || name.endsWith("-no-runs");
      if (must) {
        assertThat(expression).as(name).startsWith("IF(FILL(maintenance, 0) > 0, ");
        asking.add(name);
      }
    }
    assertThat(asking).hasSizeGreaterThan(8);
  }

  @Test
  void everyAlarmTellsSomebodyAndNamesARunbook() {
    Set<String> named = new TreeSet<>();
    for (Resource alarm : alarms()) {
      assertThat(alarm.property("AlarmActions")).isNotEmpty();
      Matcher matcher = RUNBOOK.matcher(Template.text(alarm.property("AlarmDescription")));
      assertThat(matcher.find()).as(alarm.toString()).isTrue();
      named.add(matcher.group(1));
    }
    assertThat(named)
        .isEqualTo(
            Arrays.stream(Runbook.values())
                .map(Runbook::section)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource
  void everyRunbookIsWritten(Runbook runbook) throws Exception {
    String page = Files.readString(SynthesisedFleet.REPOSITORY.resolve("docs/OPERATIONS.md"));
    assertThat(page).containsPattern("(?m)^#+ " + Pattern.quote(runbook.section()) + "$");
  }
}
