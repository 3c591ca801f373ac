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
 * that same start day. Both count ended conversations, quarantined ones included; a record that
 * changed while it was in quarantine is there in each of its forms, so quarantine can stand for
 * fewer conversations than it has records.
 *
 * <p>A settled day is held against the job, the last to count. Before that, a job can have missed
 * what the query knows and the query can be older than the job, so the larger count is what must be
 * there.
 */
public final class CountReconciliation {
  private CountReconciliation() {}

  /** Compares what stands in one proof of {@code conversations}. */
  public static Comparison of(PartitionProof proof, Instant at) {
    Long query = proof.queryTotalHits();
    Long job = proof.jobCount();
    Long expected = expected(proof.status(), query, job);
    if (expected == null) {
      return comparison(ComparisonOutcome.NOT_COMPARABLE, ComparisonReason.NOT_COUNTED, 0, at);
    }
    long most = proof.units() + proof.quarantined();
    if (query != null && job != null && job < query && most >= query) {
      return comparison(ComparisonOutcome.JOB_SHORT, ComparisonReason.NONE, query - job, at);
    }
    if (most < expected) {
      ComparisonReason reason =
          isOver(proof) ? ComparisonReason.NONE : ComparisonReason.DAY_NOT_OVER;
      return comparison(ComparisonOutcome.LAKE_SHORT, reason, expected - most, at);
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

  /** Whether only a query counted, and rows may have come since. */
  private static boolean isCountedEarlier(PartitionProof proof) {
    Instant counted = proof.queryCountedAt();
    return proof.jobCount() == null && counted != null && counted.isBefore(proof.provedAt());
  }

  private static Comparison comparison(
      ComparisonOutcome outcome, ComparisonReason reason, long difference, Instant at) {
    return new Comparison(outcome, reason, difference, null, null, at);
  }
}
