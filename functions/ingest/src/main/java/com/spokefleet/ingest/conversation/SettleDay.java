package com.spokefleet.ingest.conversation;

/**
 * What of its schedule a closed day has behind it.
 *
 * @param overlapRead whether it was re-read with all that was alive on it
 * @param startDayReads how many of the schedule's re-readings by start day are done
 */
record SettleDay(boolean overlapRead, int startDayReads) {
  static final SettleDay CLOSED = new SettleDay(false, 0);

  /** A day of the past that nobody waited for: what was alive on it is no longer asked. */
  static final SettleDay PAST = new SettleDay(true, 0);

  boolean isDone(SettlePlan plan) {
    return overlapRead && startDayReads >= plan.startDayAfter().size();
  }
}
