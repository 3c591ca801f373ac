package com.spokefleet.lake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts of one start day: what agrees, what does not, and what explains it. */
class CountReconciliationTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-10");
  private static final Instant DAY_END = Instant.parse("2026-11-11T00:00:00Z");

  @Test
  void equalCountsAgree() {
    assertThat(of(ProofStatus.PROVISIONAL, 669, 0, 669L, null))
        .isEqualTo(found(ComparisonOutcome.AGREES, ComparisonReason.NONE, 0));
    assertThat(of(ProofStatus.SETTLED, 667, 2, null, 669L).outcome())
        .isEqualTo(ComparisonOutcome.AGREES);
  }

  /** A poison record that changed is in quarantine twice: still one conversation. */
  @Test
  void quarantineMayHoldOneConversationInSeveralForms() {
    assertThat(of(ProofStatus.SETTLED, 668, 2, 669L, 669L).outcome())
        .isEqualTo(ComparisonOutcome.AGREES);
  }

  @Test
  void whatTheLakeLacksIsShort() {
    assertThat(of(ProofStatus.PROVISIONAL, 586, 0, 669L, 586L))
        .isEqualTo(found(ComparisonOutcome.LAKE_SHORT, ComparisonReason.NONE, 83));
  }

  /** A job that returns less than the query counts has settled nothing, whatever the lake holds. */
  @Test
  void aJobThatReturnsLessThanTheQueryCountsIsNamed() {
    for (ProofStatus status : ProofStatus.values()) {
      assertThat(of(status, 669, 0, 669L, 586L))
          .isEqualTo(found(ComparisonOutcome.JOB_SHORT, ComparisonReason.NONE, 83));
    }
  }

  /** What ended after the availability date cannot be known to a job, which is no fault of it. */
  @Test
  void whatEndedLaterExplainsThatAJobReturnsLess() {
    PartitionProof proof =
        proof(ProofStatus.SETTLED, 669, 0, 669L, 586L, DAY_END.plus(Duration.ofHours(1)));
    assertThat(CountReconciliation.of(proof, 83, DAY_END).outcome())
        .isEqualTo(ComparisonOutcome.AGREES);
    assertThat(CountReconciliation.of(proof, 82, DAY_END))
        .isEqualTo(found(ComparisonOutcome.JOB_SHORT, ComparisonReason.NONE, 1));
  }

  /** Weeks later a job finds a conversation that was open when the query counted last. */
  @Test
  void theJobHasTheLastWordOnASettledDay() {
    assertThat(of(ProofStatus.SETTLED, 670, 0, 669L, 670L).outcome())
        .isEqualTo(ComparisonOutcome.AGREES);
    assertThat(of(ProofStatus.SETTLED, 671, 0, 669L, 670L))
        .isEqualTo(found(ComparisonOutcome.LAKE_OVER, ComparisonReason.NONE, 1));
  }

  @Test
  void rowsThatCameAfterTheCountExplainThatThereAreMore() {
    PartitionProof landedLater =
        proof(ProofStatus.PROVISIONAL, 670, 0, 669L, null, DAY_END.plus(Duration.ofHours(2)));
    assertThat(CountReconciliation.of(landedLater, 0, DAY_END))
        .isEqualTo(found(ComparisonOutcome.LAKE_OVER, ComparisonReason.COUNTED_EARLIER, 1));
  }

  @Test
  void aDayThatIsNotOverMayBeShort() {
    PartitionProof today =
        proof(ProofStatus.PROVISIONAL, 10, 0, 11L, null, DAY_END.minus(Duration.ofHours(1)));
    assertThat(CountReconciliation.of(today, 0, DAY_END).reason())
        .isEqualTo(ComparisonReason.DAY_NOT_OVER);
  }

  @Test
  void withoutAnyCountThereIsNothingToCompare() {
    assertThat(of(ProofStatus.PROVISIONAL, 669, 0, null, null))
        .isEqualTo(found(ComparisonOutcome.NOT_COMPARABLE, ComparisonReason.NOT_COUNTED, 0));
  }

  private static Comparison of(
      ProofStatus status, long units, long quarantined, @Nullable Long query, @Nullable Long job) {
    Instant proved = DAY_END.plus(Duration.ofHours(1));
    return CountReconciliation.of(
        proof(status, units, quarantined, query, job, proved), 0, DAY_END);
  }

  private static Comparison found(
      ComparisonOutcome outcome, ComparisonReason reason, long difference) {
    return new Comparison(outcome, reason, difference, null, null, DAY_END);
  }

  private static PartitionProof proof(
      ProofStatus status,
      long units,
      long quarantined,
      @Nullable Long query,
      @Nullable Long job,
      Instant proved) {
    return new PartitionProof(
        "org",
        "conversations",
        DAY,
        status,
        units,
        units,
        units,
        query,
        query == null ? null : (Long) 0L,
        query == null ? null : DAY_END.plus(Duration.ofHours(1)),
        job,
        null,
        null,
        "none",
        "hash",
        quarantined,
        proved,
        proved);
  }
}
