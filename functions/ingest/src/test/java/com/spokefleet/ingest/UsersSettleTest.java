package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closed days of statuses are read again by job, across ticks, and then called settled. */
class UsersSettleTest {
  private static final Instant NOW = Instant.parse("2026-11-12T18:00:00Z");
  private static final String BOTH = "{\"datasets\": [\"users-details\", \"users-settle\"]}";

  @TempDir Path folder;

  @Test
  void aDayIsSettledThreeDaysAfterItsEndAndNotBefore() {
    try (SmallFleet fleet = fleet("settled", 100_000)) {
      run(fleet, 12, Duration.ofMinutes(5));
      assertThat(settled(fleet)).isEmpty();
      assertThat(readByJob(fleet)).contains("2026-11-10", "2026-11-11");

      fleet.clock().advance(Duration.ofHours(70));
      run(fleet, 12, Duration.ofMinutes(5));

      assertThat(settled(fleet)).containsExactlyInAnyOrder("2026-11-10", "2026-11-11");
      StatusTruth.assertLakeEqualsLedger(
          fleet,
          "emea",
          LocalDate.parse("2026-11-10"),
          fleet.clock().instant(),
          "read by query and by job");
    }
  }

  /** The control of the gate: without it a job would have settled a part of the day. */
  @Test
  void nothingIsAskedOfAJobBeforeItsDataIsThere() {
    try (SmallFleet fleet = fleet("gate", 100_000)) {
      fleet.org("emea").jobs().availabilityStandsAt(Instant.parse("2026-11-11T12:00:00Z"));
      run(fleet, 8, Duration.ofHours(20));

      assertThat(readByJob(fleet)).containsExactly("2026-11-10");
      assertThat(fleet.org("emea").ledger().faultsHappened())
          .doesNotContainKey(FaultKind.JOB_PARTIAL);
    }
  }

  @Test
  void aDateThatMovesBackTakesNothingAwayAndDaysWaitAgain() {
    try (SmallFleet fleet = fleet("back", 100_000)) {
      fleet.org("emea").jobs().availabilityStandsAt(Instant.parse("2026-11-11T00:00:00Z"));
      fleet.invoke("emea", BOTH);
      fleet.org("emea").jobs().availabilityStandsAt(Instant.parse("2026-11-09T12:00:00Z"));
      run(fleet, 3, Duration.ofHours(2));

      assertThat(readByJob(fleet)).containsExactly("2026-11-10");
      assertThat(settled(fleet)).isEmpty();
    }
  }

  @Test
  void aDayBeyondThePagingCapIsReadByJob() {
    try (SmallFleet fleet = fleet("cap", 100)) {
      JsonNode first = fleet.invoke("emea", BOTH);
      assertThat(first.path("status").asText()).isEqualTo("failed");
      run(fleet, 12, Duration.ofMinutes(5));
      fleet.clock().advance(Duration.ofHours(30));
      run(fleet, 8, Duration.ofMinutes(5));

      assertThat(readByJob(fleet)).contains("2026-11-10", "2026-11-11", "2026-11-12");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        long truth =
            fleet.org("emea").ledger().statuses(fleet.clock().instant()).stream()
                .filter(status -> status.day().equals(LocalDate.parse("2026-11-11")))
                .count();
        assertThat(
                lake.number(
                    "select (select count(*) from {agent_presence} where day = date '2026-11-11')"
                        + " + (select count(*) from {agent_routing_status} where day = date"
                        + " '2026-11-11')"))
            .isEqualTo(truth)
            .isGreaterThan(200);
      }
    }
  }

  @Test
  void aJobThatFailsIsSubmittedAgainAFewTimesAndThenTold() {
    try (SmallFleet fleet = fleet("failing", 100_000)) {
      fleet
          .org("emea")
          .faults(
              FaultPlan.scripted(
                  new FaultRule(Endpoint.USERS_DETAILS_JOBS, 1, 3, FaultKind.JOB_FAILED)));
      StringBuilder told = new StringBuilder();
      for (int tick = 0; tick < 12; tick++) {
        told.append(fleet.invoke("emea", BOTH));
        fleet.clock().advance(Duration.ofMinutes(5));
      }

      assertThat(told.toString())
          .contains("Cannot settle the statuses of 2026-11-11: 3 jobs in a row ended FAILED");
      assertThat(readByJob(fleet)).as("the other day goes on").contains("2026-11-10");
    }
  }

  private static void run(SmallFleet fleet, int ticks, Duration between) {
    for (int tick = 0; tick < ticks; tick++) {
      fleet.invoke("emea", BOTH);
      fleet.clock().advance(between);
    }
    fleet.invoke("emea", BOTH);
  }

  private static Set<String> settled(SmallFleet fleet) {
    return days(fleet, "status = 'settled'");
  }

  private static Set<String> readByJob(SmallFleet fleet) {
    return days(fleet, "job_count is not null");
  }

  private static Set<String> days(SmallFleet fleet, String condition) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts(
          "select distinct day from {partition_proofs} where table_name = 'agent_presence' and "
              + condition);
    }
  }

  private SmallFleet fleet(String name, int maximumResults) {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 21, Instant.parse("2026-11-05T00:00:00Z"))
            .users(8)
            .requestsPerMinute(100_000)
            .build();
    return new SmallFleet(folder.resolve(name), new VirtualClock(NOW), List.of(settings))
        .withUsersPlan(
            plan ->
                new UsersPlan(
                    plan.period(),
                    plan.settling(),
                    plan.overlap(),
                    2,
                    plan.pageSize(),
                    maximumResults,
                    plan.readingShare(),
                    plan.landAfter()));
  }
}
