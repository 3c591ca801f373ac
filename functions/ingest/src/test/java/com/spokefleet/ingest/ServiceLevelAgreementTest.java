package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fleet's service level from legs and from aggregates: one rule, two ways, the same counts; and
 * the ways in which comparing or averaging carelessly goes wrong.
 */
class ServiceLevelAgreementTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20_261_123L);
  private static final String DAY = "2026-11-16";
  private static final StandardServiceLevel RULE =
      new StandardServiceLevel(Duration.ofSeconds(30), Duration.ofSeconds(10));

  @TempDir Path folder;

  @Test
  void bothPathsAgreePerQueueAndMediumToTheLastUnit() {
    for (long seed = SEED; seed < SEED + 2; seed++) {
      try (SmallFleet fleet = drained(seed)) {
        Map<String, ServiceLevel> legs = ofLegs(fleet, emitted(DAY));
        Map<String, ServiceLevel> intervals = ofIntervals(fleet);

        assertThat(legs).as("seed %d", seed).isNotEmpty().isEqualTo(intervals);
        assertThat(legs.keySet())
            .as("callbacks are told")
            .anyMatch(key -> key.endsWith("callback"));
        assertThat(ofLegs(fleet, "day = date '" + DAY + "'"))
            .as("seed %d, the trap: the day of the start is not the day of the answer", seed)
            .isNotEqualTo(intervals);
      }
    }
  }

  @Test
  void anAverageOfPercentagesIsNotAServiceLevel() {
    try (SmallFleet fleet = drained(SEED)) {
      Map<String, ServiceLevel> groups = ofIntervals(fleet);
      ServiceLevel whole =
          groups.values().stream().reduce(ServiceLevel.NOTHING, ServiceLevel::plus);
      double average =
          groups.values().stream()
              .filter(level -> level.denominator() > 0)
              .mapToDouble(level -> level.ratio().orElseThrow())
              .average()
              .orElseThrow();

      assertThat(Math.abs(average - whole.ratio().orElseThrow()))
          .as("average %s of %s", average, groups)
          .isGreaterThan(0.01);
    }
  }

  /** Orgs with other switches tell other levels of the very same calls; the standard does not. */
  @Test
  void theOrgsSwitchesMoveItsOwnLevelAndLeaveTheStandardAlone() {
    try (SmallFleet fleet = fleet(SEED)) {
      fleet.tick("emea");
      Map<String, ServiceLevel> standard = ofIntervals(fleet);
      assertThat(rules(fleet)).containsExactly("[rule-0001, determined, false, true, true]");
      long own = denominators(fleet);

      fleet.org("emea").serviceLevelBy(new ServiceLevelSwitches(true, false, true));
      fleet.clock().advance(Duration.ofMinutes(70));
      fleet.tick("emea");
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"conversation-aggregates\"], \"from\": \"%s\", \"to\": \"%s\"}"
              .formatted(DAY, DAY));

      assertThat(rules(fleet))
          .as("the first stays for what was read under it")
          .containsExactly(
              "[rule-0001, determined, false, true, true]",
              "[rule-0002, determined, true, false, true]");
      assertThat(denominators(fleet)).isNotEqualTo(own);
      assertThat(ofIntervals(fleet)).isEqualTo(standard);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select distinct service_level_rule_id from {queue_intervals} where day = date '"
                        + DAY
                        + "' and service_level_denominator is not null"))
            .as("a day read again follows the new rule throughout")
            .containsExactly("rule-0002");
      }
    }
  }

  private static List<String> rules(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake
          .query(
              "select rule_id, status, include_flow_outs, include_short_abandons, include_abandons"
                  + " from {dim_service_level_rule} order by rule_id")
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static long denominators(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.number(
          "select sum(service_level_denominator) from {queue_intervals} where day = date '"
              + DAY
              + "'");
    }
  }

  private static String emitted(String day) {
    return "cast(answered_at as date) = date '%s' or cast(abandoned_at as date) = date '%s'"
        .formatted(day, day);
  }

  private static Map<String, ServiceLevel> ofLegs(SmallFleet fleet, String which) {
    Map<String, ServiceLevel> levels = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      for (List<Object> row :
          lake.query(
              "select queue_id || ' ' || media_type, n_answered, answer_wait_ms, n_abandoned,"
                  + " abandon_wait_ms from {interactions} where (n_answered + n_abandoned > 0) and"
                  + " queue_id is not null and ("
                  + which
                  + ")")) {
        add(
            levels,
            row,
            RULE.ofLeg(number(row, 1), number(row, 2), number(row, 3), number(row, 4)));
      }
    }
    return levels;
  }

  private static Map<String, ServiceLevel> ofIntervals(SmallFleet fleet) {
    Map<String, ServiceLevel> levels = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      for (List<Object> row :
          lake.query(
              "select queue_id || ' ' || media_type, n_answered, n_answered_within_standard,"
                  + " n_abandon, n_abandoned_within_short from {queue_intervals} where (n_answered +"
                  + " n_abandon > 0) and day = date '"
                  + DAY
                  + "'")) {
        add(
            levels,
            row,
            StandardServiceLevel.of(
                number(row, 1), number(row, 2), number(row, 3), number(row, 4)));
      }
    }
    return levels;
  }

  private static void add(Map<String, ServiceLevel> levels, List<Object> row, ServiceLevel level) {
    levels.merge(String.valueOf(row.getFirst()), level, ServiceLevel::plus);
  }

  private static long number(List<Object> row, int column) {
    return ((Number) row.get(column)).longValue();
  }

  private static ReadPlan threeDays(ReadPlan plan) {
    return new ReadPlan(
        plan.settling(),
        plan.overlap(),
        plan.lookback(),
        3,
        plan.pageSize(),
        plan.maximumResults(),
        plan.readingShare(),
        plan.landAfter(),
        plan.memoryBytes());
  }

  /** A fleet read once all conversations of the day have ended. */
  private SmallFleet drained(long seed) {
    SmallFleet fleet = fleet(seed);
    fleet.tick("emea");
    for (int run = 0; run < 2; run++) {
      fleet.clock().advance(Duration.ofDays(3));
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
    }
    return fleet;
  }

  private SmallFleet fleet(long seed) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", seed, Instant.parse("2026-11-14T00:00:00Z"))
            .conversationsPerDay(250)
            .historyEnd(Instant.parse("2026-11-17T00:00:00Z"))
            .queues(3)
            .users(8)
            .requestsPerMinute(100_000)
            .build();
    SmallFleet fleet =
        new SmallFleet(
                folder.resolve(Long.toString(seed)),
                new VirtualClock(Instant.parse("2026-11-17T12:00:00Z")),
                List.of(org))
            .withPlan(ServiceLevelAgreementTest::threeDays);
    fleet.rewriteFleet(
        text -> text.replace("threshold: 30s", "threshold: 30s\n    shortAbandon: 10s"));
    return fleet;
  }
}
