package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Holds the conversations of a start day against what the query and the asynchronous job count for
 * that same start day. Both count ended conversations, quarantined ones included; a record is in
 * quarantine in each form it was served in, so quarantine can stand for fewer conversations than it
 * has records.
 *
 * <p>A job knows nothing that ended after the availability date, so what ended later is left out
 * when the lake is held against it. What it returns must be there; of what it should know it must
 * return all. Until the day is settled the query's count must be there as well.
 */
public final class CountReconciliation {
  private CountReconciliation() {}

  /**
   * Compares what stands in one proof of {@code conversations}.
   *
   * @param endedLater conversations of the day in the lake that ended after what the job can know
   */
  public static Comparison of(PartitionProof proof, long endedLater, Instant at) {
    Long query = proof.queryTotalHits();
    Long job = proof.jobCount();
    Long expected = expected(proof.status(), query, job);
    if (expected == null) {
      return comparison(ComparisonOutcome.NOT_COMPARABLE, ComparisonReason.NOT_COUNTED, 0, at);
    }
    long most = proof.units() + proof.quarantined();
    if (most < expected) {
      ComparisonReason reason =
          isOver(proof) ? ComparisonReason.NONE : ComparisonReason.DAY_NOT_OVER;
      return comparison(ComparisonOutcome.LAKE_SHORT, reason, expected - most, at);
    }
    if (job != null) {
      long unknownToTheJob = proof.units() - endedLater - job;
      boolean isConfirmed = query != null && query >= proof.units();
      return unknownToTheJob > 0
          ? comparison(
              isConfirmed ? ComparisonOutcome.JOB_SHORT : ComparisonOutcome.LAKE_OVER,
              ComparisonReason.NONE,
              unknownToTheJob,
              at)
          : comparison(ComparisonOutcome.AGREES, ComparisonReason.NONE, 0, at);
    }
    if (proof.units() > expected) {
      ComparisonReason reason =
          isCountedEarlier(proof) ? ComparisonReason.COUNTED_EARLIER : ComparisonReason.NONE;
      return comparison(ComparisonOutcome.LAKE_OVER, reason, proof.units() - expected, at);
    }
    return comparison(ComparisonOutcome.AGREES, ComparisonReason.NONE, 0, at);
  }

  private static @Nullable Long expected(
      ProofStatus status, @Nullable Long query, @Nullable Long job) {
    if (query == null || job == null) {
      return query == null ? job : query;
    }
    return switch (status) {
      case SETTLED -> job;
      case PROVISIONAL -> (Long) Math.max(query, job);
    };
  }

  /** Whether the day had ended when it was last read. */
  private static boolean isOver(PartitionProof proof) {
    Instant end = proof.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return !proof.readUpTo().isBefore(end);
  }

  /** Whether rows may have come since the query counted. */
  private static boolean isCountedEarlier(PartitionProof proof) {
    Instant counted = proof.queryCountedAt();
    return counted != null && counted.isBefore(proof.provedAt());
  }

  private static Comparison comparison(
      ComparisonOutcome outcome, ComparisonReason reason, long difference, Instant at) {
    return new Comparison(outcome, reason, difference, null, null, at);
  }
}
