package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.lookup.Lookups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Monitors and rules, run over what Datadog gets of every fixture: they fire where the catalogue
 * says that the detection fires, pipeline, search, groups, windows and thresholds included.
 */
class AlertsOnFixturesTest {
  private static final List<Detection> CATALOGUE = DetectionCatalogue.all();
  private static final DatadogPack PACK = Packs.full();
  private static final Map<Fixture, List<LocalAlerts.Log>> LOGS = new LinkedHashMap<>();

  @BeforeAll
  static void process() {
    DatadogLogs logs = new DatadogLogs();
    Map<Lookups, LocalPipeline> pipelines = new HashMap<>();
    for (Fixture fixture : Fixture.all()) {
      LocalPipeline pipeline =
          pipelines.computeIfAbsent(fixture.lookups(), AlertsOnFixturesTest::pipeline);
      LOGS.put(
          fixture,
          fixture.events().stream()
              .map(event -> new LocalAlerts.Log(event.at(), pipeline.process(logs.of(event))))
              .toList());
    }
  }

  private static LocalPipeline pipeline(Lookups lookups) {
    return new LocalPipeline(
        Packs.of(Packs.context(lookups)).objects().getFirst().body(), Map.of());
  }

  @Test
  void monitorsFireWhereTheirDetectionDoes() {
    for (Detection detection : CATALOGUE) {
      if (counts(detection)) {
        assertThat(firesOn(detection, DatadogKind.MONITOR, LOGS))
            .as(detection.id())
            .containsExactlyInAnyOrderElementsOf(new HashSet<>(detection.fires()));
      }
    }
  }

  @Test
  void rulesFireWhereTheirDetectionDoesAndOneWithALongerWindowPerhapsMoreOften() {
    for (Detection detection : CATALOGUE) {
      if (!counts(detection)) {
        continue;
      }
      boolean isRounded =
          PACK.limits().stream()
              .anyMatch(
                  limit ->
                      limit.about().equals(detection.id()) && limit.text().contains("counts over"));
      Set<String> fires = firesOn(detection, DatadogKind.RULE, LOGS);
      assertThat(fires).as(detection.id()).containsAll(detection.fires());
      if (!isRounded) {
        assertThat(fires)
            .as(detection.id())
            .containsExactlyInAnyOrderElementsOf(new HashSet<>(detection.fires()));
      }
    }
  }

  /** Every event twice: what fires is the same, so nothing fires on a copy. */
  @Test
  void copiesChangeNothing() {
    Map<Fixture, List<LocalAlerts.Log>> twice = twice();
    for (Detection detection : CATALOGUE) {
      if (counts(detection)) {
        assertThat(firesOn(detection, DatadogKind.MONITOR, twice))
            .as(detection.id())
            .containsExactlyInAnyOrderElementsOf(new HashSet<>(detection.fires()));
      }
    }
  }

  @Test
  void ifRecordsWereCountedCopiesWouldFire() {
    Set<String> fired = new TreeSet<>();
    Map<Fixture, List<LocalAlerts.Log>> twice = twice();
    for (Detection detection : CATALOGUE) {
      if (detection.trigger() instanceof Trigger.Count) {
        ObjectNode body = monitor(detection).body();
        body.put(
            "query",
            body.path("query").asText().replaceFirst("\"cardinality\", \"[^\"]+\"", "\"count\""));
        LocalAlerts alerts = LocalAlerts.ofMonitor(body);
        twice.forEach(
            (fixture, logs) -> {
              if (detection.quietOn().contains(fixture.name()) && alerts.firesOn(logs)) {
                fired.add(detection.id());
              }
            });
      }
    }
    assertThat(fired).isNotEmpty();
  }

  private static DatadogObject monitor(Detection detection) {
    return PACK.objects().stream()
        .filter(object -> object.kind() == DatadogKind.MONITOR)
        .filter(object -> object.id().equals(detection.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Fixture, List<LocalAlerts.Log>> twice() {
    Map<Fixture, List<LocalAlerts.Log>> twice = new LinkedHashMap<>();
    LOGS.forEach(
        (fixture, logs) -> {
          List<LocalAlerts.Log> copies = new ArrayList<>();
          logs.forEach(log -> copies.addAll(List.of(log, log)));
          twice.put(fixture, copies);
        });
    return twice;
  }

  private static boolean counts(Detection detection) {
    return switch (detection.trigger()) {
      case Trigger.EachEvent each -> true;
      case Trigger.Count count -> true;
      case Trigger.Distinct distinct -> true;
      case Trigger.NewCombination fresh -> false;
      case Trigger.Silence silence -> false;
    };
  }

  private static Set<String> firesOn(
      Detection detection, DatadogKind kind, Map<Fixture, List<LocalAlerts.Log>> fixtures) {
    List<LocalAlerts> alerts =
        PACK.objects().stream()
            .filter(object -> object.kind() == kind)
            .filter(
                object ->
                    object.id().equals(detection.id())
                        || object.id().equals(detection.id() + "-privileged"))
            .map(
                object ->
                    kind == DatadogKind.MONITOR
                        ? LocalAlerts.ofMonitor(object.body())
                        : LocalAlerts.ofRule(object.body()))
            .toList();
    Set<String> names = new TreeSet<>();
    fixtures.forEach(
        (fixture, logs) -> {
          if (alerts.stream().anyMatch(alert -> alert.firesOn(logs))) {
            names.add(fixture.name());
          }
        });
    return names;
  }
}
