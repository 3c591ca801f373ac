package com.spokefleet.ingest;

import com.spokefleet.ingest.conversation.ReadPlan;

/** Reading plans for a short history in small pages. */
final class BacklogPlan {
  private static final int HISTORY_DAYS = 3;
  private static final int PAGE_SIZE = 3;

  private BacklogPlan() {}

  /**
   * @param onlyAtTheEnd the naive plan: read as long as the run may last, then land everything at
   *     once
   */
  static ReadPlan of(ReadPlan plan, boolean onlyAtTheEnd) {
    return new ReadPlan(
        plan.settling(),
        plan.overlap(),
        plan.lookback(),
        HISTORY_DAYS,
        PAGE_SIZE,
        plan.maximumResults(),
        onlyAtTheEnd ? 1 : plan.readingShare(),
        onlyAtTheEnd ? Long.MAX_VALUE : 50,
        plan.memoryBytes());
  }
}
