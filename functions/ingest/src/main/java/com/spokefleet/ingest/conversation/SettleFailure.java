package com.spokefleet.ingest.conversation;

import java.time.Instant;

/**
 * Jobs for one piece of work that came to nothing.
 *
 * @param times in a row
 * @param notBefore when the next may be submitted
 * @param reason of the last one
 */
record SettleFailure(SettleWork work, int times, Instant notBefore, String reason) {
  boolean isGivenUp(SettlePlan plan) {
    return times > plan.resubmissions();
  }
}
