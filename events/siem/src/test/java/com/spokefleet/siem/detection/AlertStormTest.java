package com.spokefleet.siem.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.field.FieldDictionary;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.testing.week.BusyFleet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An ordinary week of five busy organisations is no storm of alerts. What people do is whole here;
 * of calls, measurements and bulk audits there is a small part, all with {@code
 * -Dspokefleet.volume=1}. The benchmark's part "detections" does the same with all of them.
 */
final class AlertStormTest {
  private static final long SEED = 20261109;
  private static final int ORGS = 5;
  private static final double VOLUME =
      Double.parseDouble(System.getProperty("spokefleet.volume", "0.015"));
  private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
  private static final Instant END = MONDAY.plus(Duration.ofDays(7));
  private static final Duration LEARNING = Duration.ofDays(21);

  private static final double MEAN_PER_ORG_AND_DAY = 4;
  private static final int MOST_PER_ORG_AND_DAY = 14;

  private static int events;
  private static List<Alert> alerts = List.of();

  @BeforeAll
  static void anOrdinaryWeek() {
    alerts = alerts(DetectionCatalogue.all(), LEARNING);
  }

  @Test
  void noOrgGetsMoreThanAHandfulADay() {
    Map<String, Integer> perOrgAndDay = new TreeMap<>();
    Map<String, Integer> perDetection = new TreeMap<>();
    for (Alert alert : alerts) {
      String day = alert.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
      perOrgAndDay.merge(alert.group().get("org_id") + " " + day, 1, Integer::sum);
      perDetection.merge(alert.detection().id(), 1, Integer::sum);
    }

    assertThat(events).isGreaterThan(50_000);
    assertThat(alerts.size() / 7.0 / ORGS)
        .as("per org and day; in all by detection: " + perDetection)
        .isBetween(0.5, MEAN_PER_ORG_AND_DAY);
    assertThat(perOrgAndDay)
        .allSatisfy((day, count) -> assertThat(count).isLessThanOrEqualTo(MOST_PER_ORG_AND_DAY));
  }

  @Test
  void theWorstIsRareAndOfManyKinds() {
    assertThat(alerts).filteredOn(Alert::isPaged).hasSizeLessThan(ORGS);
    assertThat(alerts)
        .extracting(alert -> alert.detection().id())
        .containsAnyOf("org-trust-added", "oauth-client-created", "admin-role-granted");
  }

  /** The generator knows no field that the transformation does not make. */
  @Test
  void itsEventsHaveTheFieldsOfRealOnes() {
    new BusyFleet(2, SEED, VOLUME)
        .events(
            MONDAY,
            MONDAY.plus(Duration.ofDays(1)),
            event ->
                assertThat(event.fields().keySet())
                    .allMatch(name -> FieldDictionary.find(name).isPresent()));
  }

  /** Negative control: what groups, quiet times and habits hold back is a storm. */
  @Test
  void withoutGroupsAndQuietTimesItStorms() {
    List<Detection> bare = DetectionCatalogue.all().stream().map(AlertStormTest::bare).toList();

    assertThat(alerts(bare, Duration.ZERO)).hasSizeGreaterThan(10 * alerts.size());
  }

  private static Detection bare(Detection detection) {
    boolean isHabit = detection.trigger() instanceof Trigger.NewCombination;
    Trigger trigger = isHabit ? new Trigger.EachEvent() : detection.trigger();
    boolean isEach = trigger instanceof Trigger.EachEvent;
    return new Detection(
        detection.id(),
        detection.name(),
        detection.category(),
        detection.purpose(),
        detection.severity(),
        detection.events(),
        detection.when(),
        trigger,
        isEach ? List.of("org_id", "event_id") : List.of("org_id"),
        Duration.ofSeconds(1),
        detection.basis(),
        detection.source(),
        detection.response(),
        detection.references(),
        detection.attack(),
        detection.fires(),
        detection.quietOn());
  }

  private static List<Alert> alerts(List<Detection> detections, Duration learning) {
    BusyFleet fleet = new BusyFleet(ORGS, SEED, VOLUME);
    List<Org> orgs =
        fleet.orgs().stream().map(org -> new Org(org.id(), org.name(), "eu", true)).toList();
    DetectionEvaluator evaluator =
        new DetectionEvaluator(detections, new Lookups(orgs, List.of(), List.of()));
    evaluator.passTo(MONDAY.minus(learning));
    fleet.habits(
        MONDAY.minus(learning),
        MONDAY,
        event -> evaluator.see(name -> event.fields().getOrDefault(name, List.of()), event.at()));
    List<Alert> alerts = new ArrayList<>();
    events = 0;
    fleet.events(
        MONDAY,
        END,
        event -> {
          events++;
          alerts.addAll(
              evaluator.see(name -> event.fields().getOrDefault(name, List.of()), event.at()));
          if (events % 100 == 0) {
            alerts.addAll(evaluator.passTo(event.at()));
          }
        });
    alerts.removeIf(alert -> alert.at().isBefore(MONDAY));
    return alerts;
  }
}
