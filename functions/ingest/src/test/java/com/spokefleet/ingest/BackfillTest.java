package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.RateWindow;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backfill lands and settles the days asked for, in units between which ticks get their turn, and
 * keeps to its share of the rate limit by the fake org's own count.
 */
class BackfillTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Instant HISTORY = Instant.parse("2026-11-08T00:00:00Z");
  private static final String REQUEST =
      "{\"datasets\": [\"backfill\"], \"from\": \"2026-11-08\", \"to\": \"2026-11-16\"}";
  private static final String DAYS_LANDED =
      "select count(distinct day) from {conversations} where day <= '2026-11-16'";
  private static final int DAYS = 9;
  private static final int LIMIT = 40;
  private static final int SHARE = LIMIT / 2;

  @TempDir Path folder;

  @Test
  void theShareIsHeldAndNeverExceededWhileTicksKeepTheirAge() {
    try (SmallFleet fleet = fleet("    residency: full\n")) {
      fleet.org("emea").jobs().pagesHold(5);
      Rounds.steady(fleet);
      Rounds rounds = new Rounds(fleet);
      rounds.run();

      List<Integer> windows = rounds.windowsOfTheBackfill();
      assertThat(windows).as("never exceeded").allMatch(requests -> requests <= SHARE);
      List<Integer> busy = windows.subList(3, windows.size() - 2);
      assertThat(busy).as("minutes with results to read: " + windows).hasSizeGreaterThan(4);
      double mean = busy.stream().mapToInt(Integer::intValue).average().orElse(0);
      assertThat(mean).as("held within 5 %%: " + windows).isBetween(SHARE * 0.95, SHARE * 1.0);
      assertThat(rounds.requestsPerMinute())
          .as("and over its whole time, whose first and last minutes are not whole")
          .isLessThanOrEqualTo(SHARE * 1.05);
      assertThat(rounds.ages)
          .as("ages at the end of ticks: period, settling minute and at most a unit")
          .allMatch(age -> age.compareTo(Duration.ofMinutes(1).plusSeconds(90)) <= 0);
      assertThat(rounds.ages).hasSizeGreaterThan(1);
    }
  }

  /** Also the control of the share: one that may have more takes more. */
  @Test
  void theDaysAskedForAreLandedWholeAndSettled() {
    String schedule = "    residency: full\n    schedule: {historyDays: 1, backfillShare: 90}\n";
    try (SmallFleet fleet = fleet(schedule)) {
      fleet.org("emea").jobs().pagesHold(5);
      fleet.org("emea").jobs().jobsTake(Duration.ofSeconds(5), Duration.ofSeconds(5));
      fleet.tick("emea");
      assertThat(number(fleet, DAYS_LANDED)).as("the control: not there before").isZero();
      Rounds rounds = new Rounds(fleet);
      rounds.run();
      assertThat(rounds.windowsOfTheBackfill()).anyMatch(requests -> requests > SHARE);

      LakeTruth.assertLakeEqualsLedger(
          fleet, "emea", fleet.clock().instant().minus(Duration.ofMinutes(7)), "after a backfill");
      assertThat(number(fleet, DAYS_LANDED)).isEqualTo(DAYS);
      assertThat(
              number(
                  fleet,
                  "select count(*) from {partition_proofs} where table_name = 'conversations' and"
                      + " status = 'settled' and job_count = units + quarantined"))
          .isEqualTo(DAYS);
    }
  }

  @Test
  void stoppedAnywhereItGoesOnWhereItWasAndReadsNoDayTwice() {
    try (SmallFleet fleet = fleet("    residency: full\n")) {
      fleet.tick("emea");
      long before = jobs(fleet);
      JsonNode unit;
      do {
        fleet.coldStart("emea");
        unit = fleet.invoke("emea", REQUEST);
        fleet.clock().advance(Duration.ofSeconds(61));
      } while (unit.path("status").asText().equals("incomplete"));

      assertThat(unit.path("status").asText()).as(unit.toPrettyString()).isEqualTo("completed");
      assertThat(jobs(fleet) - before).as("one job per day").isEqualTo(DAYS);
    }
  }

  @Test
  void whatIsDoneIsReadAgainOnlyWhenAskedAgain() {
    try (SmallFleet fleet = fleet("    residency: full\n")) {
      fleet.tick("emea");
      new Rounds(fleet).run();
      Map<String, String> before = LakeBytes.hashes(fleet.lake(), Set.of("partition_proofs"));
      long jobsBefore = jobs(fleet);
      JsonNode going = fleet.invoke("emea", "{\"datasets\": [\"backfill\"]}");
      assertThat(going.path("status").asText()).isEqualTo("completed");
      assertThat(jobs(fleet)).isEqualTo(jobsBefore);
      assertThat(fleet.invoke("emea", REQUEST).path("status").asText()).isEqualTo("incomplete");
      assertThat(jobs(fleet)).isGreaterThan(jobsBefore);
      assertThat(LakeBytes.hashes(fleet.lake(), Set.of("partition_proofs"))).isEqualTo(before);
    }
  }

  @Test
  void daysBeyondTheAvailabilityDateWaitAndSaySo() {
    try (SmallFleet fleet = fleet("    residency: full\n")) {
      fleet.tick("emea");
      fleet.org("emea").jobs().availabilityStandsAt(Instant.parse("2026-11-10T00:00:00Z"));
      JsonNode unit;
      do {
        unit = fleet.invoke("emea", REQUEST);
        fleet.clock().advance(Duration.ofSeconds(61));
      } while (unit.path("status").asText().equals("incomplete"));

      JsonNode backfill = BadInputTest.dataset(unit, "backfill");
      assertThat(unit.path("status").asText()).isEqualTo("completed");
      assertThat(backfill.path("pendingDays").asInt()).isEqualTo(DAYS - 2);
      assertThat(backfill.path("message").asText())
          .contains("wait for Genesys", "2026-11-10T00:00:00Z");
    }
  }

  @Test
  void noTickRunsIt() {
    try (SmallFleet fleet = fleet("    residency: full\n")) {
      fleet.tick("emea");
      fleet.invoke("emea", REQUEST);
      long jobs = jobs(fleet);
      fleet.clock().advance(Duration.ofMinutes(5));
      assertThat(BadInputTest.dataset(fleet.tick("emea"), "backfill").path("status").asText())
          .isEqualTo("not_due");
      assertThat(jobs).isPositive();
    }
  }

  @Test
  void aMetricsOnlyOrgCannotBeAsked() {
    try (SmallFleet fleet = fleet("    residency: metrics-only\n")) {
      assertThat(catchThrowable(() -> fleet.invoke("emea", REQUEST)))
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("Cannot run datasets [backfill] of emea");
    }
  }

  /** Units and ticks of one org in turn, as the org's lease makes them. */
  private static final class Rounds {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration PER_REQUEST = Duration.ofMillis(150);

    private final SmallFleet fleet;
    private final List<Duration> ages = new ArrayList<>();
    private final Instant begun;
    private Instant nextTick;

    Rounds(SmallFleet fleet) {
      this.fleet = fleet;
      this.begun = fleet.clock().instant();
      this.nextTick = begun.plus(PERIOD);
    }

    /** Ticks until the history of every dataset is read. */
    static void steady(SmallFleet fleet) {
      JsonNode report;
      do {
        report = fleet.tick("emea");
        fleet.clock().advance(PERIOD);
      } while (report.path("requests").asInt() > 20
          || !report.path("status").asText().equals("completed"));
    }

    void run() {
      JsonNode unit;
      do {
        unit = timed(REQUEST);
        Instant wakeAt = wakeAt(unit);
        while (nextTick.isBefore(wakeAt)) {
          sleepUntil(nextTick);
          tick();
        }
        sleepUntil(wakeAt);
      } while (unit.path("status").asText().equals("incomplete"));
      assertThat(unit.path("status").asText()).as(unit.toPrettyString()).isEqualTo("completed");
    }

    private Instant wakeAt(JsonNode unit) {
      Instant soon = fleet.clock().instant().plusSeconds(2);
      if (!unit.path("resumeAt").isTextual()) {
        boolean landed = BadInputTest.dataset(unit, "backfill").path("landed").asLong() > 0;
        return landed ? soon : soon.plusSeconds(8);
      }
      Instant resumeAt = Instant.parse(unit.path("resumeAt").asText());
      return resumeAt.isAfter(soon) ? resumeAt : soon;
    }

    private void tick() {
      JsonNode report = timed("{}");
      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      JsonNode details = BadInputTest.dataset(report, "conversation-details");
      ages.add(
          Duration.between(
              Instant.parse(details.path("watermark").asText()), fleet.clock().instant()));
      nextTick = nextTick.plus(PERIOD);
    }

    private JsonNode timed(String request) {
      JsonNode report = fleet.invoke("emea", request);
      fleet.clock().advance(PER_REQUEST.multipliedBy(report.path("requests").asLong()));
      return report;
    }

    private void sleepUntil(Instant instant) {
      Duration wait = Duration.between(fleet.clock().instant(), instant);
      if (wait.isPositive()) {
        fleet.clock().advance(wait);
      }
    }

    /** Requests of its token per window of the rate limit, in order. */
    List<Integer> windowsOfTheBackfill() {
      return fleet.org("emea").rateWindows().stream()
          .filter(window -> window.token() == 2)
          .map(RateWindow::requests)
          .toList();
    }

    double requestsPerMinute() {
      long requests = windowsOfTheBackfill().stream().mapToInt(Integer::intValue).sum();
      return requests * 60.0 / Duration.between(begun, fleet.clock().instant()).toSeconds();
    }
  }

  /** Jobs submitted so far, those of settling included. */
  private static long jobs(SmallFleet fleet) {
    return fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_JOBS);
  }

  private static long number(SmallFleet fleet, String sql) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.number(sql);
    }
  }

  private SmallFleet fleet(String moreOfSpoke) {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 31, HISTORY)
            .conversationsPerDay(100)
            .volume(Volume.EVEN)
            .queues(4)
            .users(8)
            .requestsPerMinute(LIMIT)
            .build();
    SmallFleet fleet =
        new SmallFleet(
            folder, new VirtualClock(NOW), List.of(settings), Map.of("emea", moreOfSpoke));
    FakeOrg org = fleet.org("emea");
    org.jobs().atOnce(10);
    return fleet;
  }
}
