package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed days are re-read by job, when Genesys says they are complete and at no other time. */
class SettleTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 21);

  @TempDir Path folder;

  @Test
  void aDayIsSettledOnceTheAvailabilityDateHasPassedItsThirdDay() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.settleUntil("2026-11-12T12:00:00Z");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("provisional");

      settling.settleUntil("2026-11-13T12:00:00Z");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("settled");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "job_count"))
          .isEqualTo(settling.proof(SettleFleet.FIRST_DAY, "units"));
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "surplus")).isEqualTo("0");

      settling.settleUntil("2026-12-13T12:00:00Z");
      assertThat(settling.statuses()).containsOnly("settled");
      settling.assertLakeEqualsLedger("seed " + SEED);
    }
  }

  /** Peers' defects 4 and 28. */
  @Test
  void whatChangesDaysAfterItsEndIsFoundByTheNextReReading() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.settleUntil("2026-11-16T12:00:00Z");
      changeLate(settling);
      settling.settleUntil("2026-12-13T12:00:00Z");
      settling.assertLakeEqualsLedger("seed " + SEED);
      assertThat(settling.statuses()).containsOnly("settled");
    }
  }

  /** The control: ticks look back half an hour. */
  @Test
  void withoutSettlingWhatChangesDaysAfterItsEndStaysLost() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.tickUntil("2026-11-16T12:00:00Z");
      changeLate(settling);
      settling.tickUntil("2026-11-20T12:00:00Z");
      assertThatThrownBy(() -> settling.assertLakeEqualsLedger("control"))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static void changeLate(SettleFleet settling) {
    assertThat(settling.org().changeLongAfterEnd(Duration.ofDays(3))).isPresent();
    assertThat(settling.org().changeLongAfterEnd(Duration.ofDays(5))).isPresent();
    assertThat(settling.org().reopenLongAfterEnd(Duration.ofDays(5))).isPresent();
  }

  /** Peers' defect 3. */
  @Test
  void aDayThatIsNotAvailableYetWaits() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.org().jobs().availabilityStandsAt(Instant.parse("2026-11-10T18:00:00Z"));
      settling.settleUntil("2026-11-20T12:00:00Z");

      assertThat(settling.org().ledger().served().requests(Endpoint.DETAILS_JOBS)).isZero();
      assertThat(settling.statuses()).containsOnly("provisional");

      settling.org().jobs().availabilityLag(Duration.ofHours(6));
      settling.settleUntil("2026-11-26T12:00:00Z");
      assertThat(settling.statuses()).containsOnly("settled");
      assertThat(settling.org().ledger().faultsHappened())
          .as("no job was asked for what it could not know")
          .doesNotContainKey(FaultKind.JOB_PARTIAL);
    }
  }

  @Test
  void anAvailabilityDateThatMovesBackMakesWhatIsAheadWaitAndUndoesNothing() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.settleUntil("2026-11-13T12:00:00Z");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("settled");
      settling.org().jobs().availabilityStandsAt(Instant.parse("2026-11-12T01:00:00Z"));

      JsonNode report = settling.settleUntil("2026-11-13T13:00:00Z");
      assertThat(SettleFleet.settle(report).path("watermark").asText())
          .isEqualTo("2026-11-12T01:00:00Z");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("settled");
      settling.settleUntil("2026-11-18T12:00:00Z");
      assertThat(settling.proof(SettleFleet.LAST_DAY, "status")).isEqualTo("provisional");

      settling.org().jobs().availabilityLag(Duration.ofHours(6));
      settling.settleUntil("2026-11-23T12:00:00Z");
      assertThat(settling.statuses()).containsOnly("settled");
    }
  }

  @Test
  void aJobInFlightWhileTheDateMovesBackIsNotTakenForWhole() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.tickUntil("2026-11-13T06:00:00Z");
      settling.fleet().clock().advance(Duration.ofMinutes(10));
      settling.settle();
      assertThat(settling.org().ledger().served().requests(Endpoint.DETAILS_JOBS)).isPositive();
      settling.org().jobs().availabilityStandsAt(Instant.parse("2026-11-10T01:00:00Z"));
      settling.fleet().clock().advance(Duration.ofMinutes(5));
      settling.settle();
      assertThat(settling.statuses()).containsOnly("provisional");
      assertThat(settling.messages().getLast())
          .contains(
              "the availability date moved back from 2026-11-13T00:09:55Z",
              "2026-11-10 by start day waits again");
    }
  }

  /** Peers' defects 5 and 29. */
  @ParameterizedTest
  @CsvSource({"JOB_FAILED", "JOB_EXPIRED", "JOB_CANCELLED", "JOB_STUCK", "JOB_UNKNOWN_STATE"})
  void aJobThatComesToNothingIsSubmittedAgain(FaultKind kind) {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.tickUntil("2026-11-13T12:00:00Z");
      settling.org().faults(FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_JOBS, 1, 2, kind)));
      settling.settleUntil(Instant.parse("2026-11-16T12:00:00Z"), Duration.ofHours(6));

      assertThat(settling.org().ledger().faultsHappened()).containsKey(kind);
      assertThat(settling.statuses()).containsOnly("settled");
      assertThat(settling.fleet().log()).contains("jobs_failed");
    }
  }

  @Test
  void aJobThatKeepsFailingIsGivenUpAndReportedUntilAPersonAsks() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.tickUntil("2026-11-14T12:00:00Z");
      FaultPlan plan =
          FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_JOBS, 1, 1_000, FaultKind.JOB_FAILED));
      settling.org().faults(plan);
      JsonNode report =
          settling.settleUntil(Instant.parse("2026-11-16T12:00:00Z"), Duration.ofHours(6));
      JsonNode settle = SettleFleet.settle(report);
      assertThat(settle.path("status").asText()).isEqualTo("failed");
      assertThat(settle.path("message").asText())
          .contains("Cannot settle 2026-11-10 by start day: given up after 4 jobs");
      assertThat(settling.fleet().log()).contains("jobs_given_up");
      settling.settleUntil("2026-11-17T00:00:00Z");
      assertThat(settling.messages().getLast())
          .as("no fifth job")
          .contains("Cannot settle 2026-11-10 by start day: given up after 4 jobs");

      plan.stop();
      settling
          .fleet()
          .invoke(
              "emea",
              "{\"datasets\": [\"settle\"], \"from\": \"2026-11-10\", \"to\": \"2026-11-12\"}");
      settling.settleUntil("2026-11-19T00:00:00Z");
      assertThat(settling.statuses()).containsOnly("settled");
    }
  }

  /** Peers' defect 9. */
  @Test
  void aRepeatedCursorEndsTheJobAndNotTheRun() {
    try (SettleFleet settling = new SettleFleet(folder, SEED)) {
      settling.tickUntil("2026-11-13T12:00:00Z");
      settling.org().jobs().pagesHold(7);
      settling
          .org()
          .faults(
              FaultPlan.scripted(
                  new FaultRule(
                      Endpoint.DETAILS_JOB_RESULTS, 1, 8, FaultKind.JOB_REPEATED_CURSOR)));
      settling.settleUntil("2026-11-14T00:00:00Z");

      assertThat(settling.messages())
          .anyMatch(
              message -> message.contains("its cursor leads back to a page that was read already"));
      settling.settleUntil("2026-11-17T12:00:00Z");
      assertThat(settling.statuses()).containsOnly("settled");
    }
  }
}
