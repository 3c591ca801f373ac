package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.EmittedCounts;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Holds interactions against aggregates. Aggregates count an event on the day it was emitted, so
 * the interactions of all start days are counted the same way; by start day the two differ wherever
 * a conversation crosses midnight. Aggregates also count conversations that are still open or that
 * no reader can accept: these make the lake short, never over, and are named as the reason.
 */
public final class EmissionReconciliation {
  /** How long a conversation may plausibly have run before the first day of the lake. */
  private static final int LONG_CONVERSATION_DAYS = 7;

  private EmissionReconciliation() {}

  public static Comparison of(EmissionEvidence evidence, Instant at) {
    EmittedCounts emitted = evidence.emitted();
    EmittedCounts aggregated = evidence.aggregated();
    if (aggregated == null) {
      return notComparable(evidence, ComparisonReason.NOT_COUNTED, at);
    }
    if (evidence.filtered()) {
      return notComparable(evidence, ComparisonReason.FILTERED, at);
    }
    if (emitted.equals(aggregated)) {
      return new Comparison(
          ComparisonOutcome.AGREES, ComparisonReason.NONE, 0, emitted, aggregated, at);
    }
    boolean isShort =
        emitted.offered() < aggregated.offered()
            || emitted.answered() < aggregated.answered()
            || emitted.abandoned() < aggregated.abandoned();
    return new Comparison(
        isShort ? ComparisonOutcome.LAKE_SHORT : ComparisonOutcome.LAKE_OVER,
        reason(evidence, aggregated),
        emitted.distance(aggregated),
        emitted,
        aggregated,
        at);
  }

  private static ComparisonReason reason(EmissionEvidence evidence, EmittedCounts aggregated) {
    Instant end = evidence.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (evidence.readUpTo().isBefore(end)) {
      return ComparisonReason.DAY_NOT_OVER;
    }
    EmittedCounts emitted = evidence.emitted();
    boolean isNowhereOver =
        emitted.offered() <= aggregated.offered()
            && emitted.answered() <= aggregated.answered()
            && emitted.abandoned() <= aggregated.abandoned();
    if (!isNowhereOver) {
      return ComparisonReason.NONE;
    }
    if (evidence.open() > 0) {
      return ComparisonReason.OPEN_CONVERSATIONS;
    }
    if (evidence.quarantined() > 0) {
      return ComparisonReason.QUARANTINED_RECORDS;
    }
    boolean isEarly =
        evidence.day().isBefore(evidence.firstStartDay().plusDays(LONG_CONVERSATION_DAYS));
    return isEarly && !evidence.settled() ? ComparisonReason.BEFORE_HISTORY : ComparisonReason.NONE;
  }

  private static Comparison notComparable(
      EmissionEvidence evidence, ComparisonReason reason, Instant at) {
    return new Comparison(
        ComparisonOutcome.NOT_COMPARABLE, reason, 0, evidence.emitted(), evidence.aggregated(), at);
  }
}
