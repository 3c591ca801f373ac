package com.spokefleet.siem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionReader;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.lookup.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeds are printed; -Dspokefleet.seed takes another. */
final class DetectionEvaluatorTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);
  private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");
  private static final String EACH = "{each: event}";
  private static final String THREE_IN_TEN = "{count: 3, within: 10m}";

  @Test
  void everyEventIsAnAlertButItsDuplicateIsNot() {
    DetectionEvaluator evaluator = evaluator(EACH, "[org_id, entity_id]", "1h");
    FlatAudit audit = FlatAudit.of("1", NOON);

    assertThat(see(evaluator, audit)).hasSize(1);
    assertThat(see(evaluator, audit)).isEmpty();
    assertThat(see(evaluator, audit.with("event_id", "the same audit, polled"))).isEmpty();
    assertThat(evaluator.see(audit, NOON.plus(Duration.ofDays(14)))).isEmpty();
  }

  @Test
  void aGroupIsQuietForAWhileInWhicheverOrderEventsCome() {
    DetectionEvaluator evaluator = evaluator(EACH, "[org_id, actor_id]", "1h");

    assertThat(see(evaluator, FlatAudit.of("1", NOON))).hasSize(1);
    assertThat(see(evaluator, FlatAudit.of("2", NOON.plusSeconds(3_599)))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("3", NOON.minusSeconds(60)))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("4", NOON).with("actor_id", "bob"))).hasSize(1);
    assertThat(see(evaluator, FlatAudit.of("5", NOON.plusSeconds(3_600)))).hasSize(1);
  }

  @Test
  void countsWithinASpanWhereverItBegins() {
    DetectionEvaluator evaluator = evaluator(THREE_IN_TEN, "[org_id, actor_id]", "1h");

    assertThat(see(evaluator, FlatAudit.of("1", NOON))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("2", NOON.plusSeconds(300)))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("3", NOON.plusSeconds(600)))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("3", NOON.plusSeconds(600)))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("4", NOON.plusSeconds(899))))
        .singleElement()
        .satisfies(alert -> assertThat(alert.count()).isEqualTo(3));
  }

  @Test
  void countsDifferentValues() {
    DetectionEvaluator evaluator =
        evaluator("{distinct: entity_id, count: 3, within: 10m}", "[org_id, actor_id]", "1h");

    assertThat(see(evaluator, FlatAudit.of("1", NOON).with("entity_id", "a"))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("2", NOON).with("entity_id", "b"))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("3", NOON).with("entity_id", "b"))).isEmpty();
    assertThat(see(evaluator, FlatAudit.of("4", NOON).with("entity_id", "c"))).hasSize(1);
  }

  /** The windows of the evaluator against counting all spans of all events. */
  @Test
  void findsWhatCountingEverySpanFinds() {
    System.out.println("seed " + SEED + ": bursts in disorder, with duplicates");
    Random random = new Random(SEED);
    int found = 0;
    for (int round = 0; round < 400; round++) {
      List<Instant> times = new ArrayList<>();
      for (int event = 0; event < 2 + random.nextInt(12); event++) {
        times.add(NOON.plusSeconds(random.nextInt(3_600)));
      }
      boolean expected = holdsBurst(times);
      List<FlatAudit> audits = new ArrayList<>();
      for (int at = 0; at < times.size(); at++) {
        audits.add(FlatAudit.of(String.valueOf(at), times.get(at)));
        if (random.nextInt(3) == 0) {
          audits.add(audits.getLast());
        }
      }
      Collections.shuffle(audits, random);
      DetectionEvaluator evaluator = evaluator(THREE_IN_TEN, "[org_id, actor_id]", "1d");
      long alerts = audits.stream().mapToLong(audit -> see(evaluator, audit).size()).sum();

      assertThat(alerts).as("round %d: %s", round, times).isEqualTo(expected ? 1 : 0);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(50, 390);
  }

  private static boolean holdsBurst(List<Instant> times) {
    return times.stream()
        .anyMatch(
            begin ->
                times.stream()
                        .filter(time -> !time.isBefore(begin))
                        .filter(time -> time.isBefore(begin.plusSeconds(600)))
                        .count()
                    >= 3);
  }

  @Test
  void aReplayedBurstAlertsNobodyAgain() {
    DetectionEvaluator evaluator = evaluator(THREE_IN_TEN, "[org_id, actor_id]", "1h");
    List<FlatAudit> burst =
        List.of(
            FlatAudit.of("1", NOON),
            FlatAudit.of("2", NOON.plusSeconds(1)),
            FlatAudit.of("3", NOON.plusSeconds(2)));

    assertThat(burst).flatExtracting(audit -> see(evaluator, audit)).hasSize(1);
    Instant replayed = NOON.plus(Duration.ofDays(10));
    assertThat(burst).flatExtracting(audit -> evaluator.see(audit, replayed)).isEmpty();
  }

  /** Of one actor a day's deletions, brought all at once, are no burst: they happened in a day. */
  @Test
  void countsByWhenItHappenedAndNotByWhenItCame() {
    DetectionEvaluator evaluator = evaluator(THREE_IN_TEN, "[org_id, actor_id]", "1h");
    Instant replayed = NOON.plus(Duration.ofDays(2));
    for (int hour = 0; hour < 24; hour++) {
      FlatAudit audit = FlatAudit.of("hour " + hour, NOON.plus(Duration.ofHours(hour)));
      assertThat(evaluator.see(audit, replayed)).isEmpty();
    }
  }

  @Test
  void aClockThatIsFarAheadIsNotBelieved() {
    DetectionEvaluator evaluator = evaluator(THREE_IN_TEN, "[org_id, actor_id]", "1h");
    Instant future = Instant.parse("2038-01-19T03:14:08Z");

    assertThat(evaluator.see(FlatAudit.of("1", future), NOON)).isEmpty();
    assertThat(evaluator.see(FlatAudit.of("2", NOON), NOON)).isEmpty();
    assertThat(evaluator.see(FlatAudit.of("3", future), NOON))
        .singleElement()
        .satisfies(alert -> assertThat(alert.at()).isEqualTo(NOON));
    assertThat(evaluator.see(FlatAudit.of("4", NOON).with("event_time", "soon"), NOON)).isEmpty();
  }

  @Test
  void whatSomebodyDoesForTheFirstTimeIsRareOnceTheyAreKnown() {
    DetectionEvaluator evaluator =
        evaluator(
            "{new: [entity_type, vendor_action], baseline: 30d, learning: 7d}",
            "[org_id, actor_id]",
            "1h");
    Instant first = NOON.minus(Duration.ofDays(60));

    assertThat(at(evaluator, first, "Delete")).isEmpty();
    assertThat(at(evaluator, first.plus(Duration.ofDays(1)), "View")).isEmpty();
    assertThat(at(evaluator, first.plus(Duration.ofDays(20)), "View")).isEmpty();
    assertThat(at(evaluator, first.plus(Duration.ofDays(21)), "Create")).hasSize(1);
    assertThat(at(evaluator, first.plus(Duration.ofDays(22)), "Create")).isEmpty();
    assertThat(at(evaluator, first.plus(Duration.ofDays(51)), "Delete")).hasSize(1);
    FlatAudit nobody = FlatAudit.of("x", NOON).with("actor_id", "").with("vendor_action", "New");
    assertThat(evaluator.see(nobody, NOON)).isEmpty();
  }

  private static List<Alert> at(DetectionEvaluator evaluator, Instant time, String action) {
    return evaluator.see(FlatAudit.of(time + action, time).with("vendor_action", action), time);
  }

  @Test
  void anOrgIsSilentOnceUntilItSpeaksAgain() {
    DetectionEvaluator evaluator = evaluator("{silence: 60m}", "[org_id]", "1h");

    assertThat(evaluator.passTo(NOON)).isEmpty();
    assertThat(evaluator.passTo(NOON.plus(Duration.ofMinutes(60)))).isEmpty();
    assertThat(evaluator.passTo(NOON.plus(Duration.ofMinutes(61)))).hasSize(1);
    assertThat(evaluator.passTo(NOON.plus(Duration.ofMinutes(200)))).isEmpty();
    Instant spoke = NOON.plus(Duration.ofMinutes(300));
    assertThat(evaluator.see(FlatAudit.of("1", spoke), spoke)).isEmpty();
    assertThat(evaluator.passTo(spoke.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(evaluator.passTo(spoke.plus(Duration.ofMinutes(61))))
        .singleElement()
        .satisfies(alert -> assertThat(alert.group()).containsEntry("org_id", "org-1"));
  }

  @Test
  void whatIsPrivilegedRaisesToCriticalAndPages() {
    DetectionEvaluator evaluator = evaluator(EACH, "[org_id, actor_id]", "1h");

    assertThat(see(evaluator, FlatAudit.of("1", NOON)))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.severity()).isEqualTo(Severity.LOW);
              assertThat(alert.isPaged()).isFalse();
            });
    // The quiet time of what is harmless does not hide what is not.
    assertThat(see(evaluator, FlatAudit.of("2", NOON).with("entity_id", "crm")))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(alert.isPaged()).isTrue();
              assertThat(alert.text())
                  .isEqualTo(
                      "Deleted, actor_id ann, org_id org-1, privileged: CRM connector"
                          + " (inferred: no published event confirms this detection)");
            });
    assertThat(see(evaluator, FlatAudit.of("3", NOON).with("client_id", "crm")))
        .as("already paged for")
        .isEmpty();
    assertThat(
            see(
                evaluator,
                FlatAudit.of("4", NOON).with("actor_id", "eve").with("client_id", "crm")))
        .singleElement()
        .satisfies(alert -> assertThat(alert.privileged()).containsExactly("CRM connector"));
    assertThat(
            see(
                evaluator,
                FlatAudit.of("5", NOON).with("org_id", "org-2").with("entity_id", "crm")))
        .as("of another org, which no lookup knows")
        .singleElement()
        .satisfies(alert -> assertThat(alert.severity()).isEqualTo(Severity.LOW));
  }

  @Test
  void anEventOfNothingBreaksNothing() {
    for (String trigger :
        Arrays.asList(
            EACH,
            THREE_IN_TEN,
            "{distinct: entity_id, count: 3, within: 10m}",
            "{new: [entity_type], baseline: 30d, learning: 7d}",
            "{silence: 60m}")) {
      DetectionEvaluator evaluator = evaluator(trigger, "[org_id]", "1h");
      assertThat(evaluator.see(field -> List.of(), NOON)).isEmpty();
      assertThat(evaluator.see(FlatAudit.of("", NOON).with("event_id", ""), NOON)).isNotNull();
    }
  }

  private static List<Alert> see(DetectionEvaluator evaluator, FlatAudit audit) {
    return evaluator.see(audit, NOON.plus(Duration.ofHours(2)));
  }

  private static DetectionEvaluator evaluator(String trigger, String by, String quiet) {
    Detection detection =
        DetectionReader.read(
            "deleted.yaml",
            """
            id: deleted
            name: Deleted
            category: oauth
            purpose: For tests.
            severity: low
            events: audits
            when: entity_type = OAuthClient
            trigger: %s
            by: %s
            quiet: %s
            basis: inferred
            source: nothing
            response: none
            """
                .formatted(trigger, by, quiet));
    return new DetectionEvaluator(
        List.of(detection),
        new Lookups(
            List.of(new Org("org-1", "emea", "EMEA", true), new Org("org-3", "x", "", false)),
            List.of(new Privileged("org-1", "crm", "oauth-client", "CRM connector", "It may.")),
            List.of(new UserName("org-1", "ann", "Ann"))));
  }
}
