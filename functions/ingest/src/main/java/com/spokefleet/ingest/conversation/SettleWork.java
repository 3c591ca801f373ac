package com.spokefleet.ingest.conversation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsJobRequest;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsWindow;
import com.spokefleet.genesys.conversation.JobMatching;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One closed day to be re-read by job.
 *
 * @param needs the instant that the availability date must have passed
 */
record SettleWork(LocalDate day, JobMatching matching, Instant needs) {
  DetailsJobRequest request(QueryFilter filter) {
    DetailsWindow window =
        StartDayWindow.of(day, DetailsOrder.CONVERSATION_START_ASCENDING, ConversationState.ENDED);
    return new DetailsJobRequest(window.from(), window.to(), matching, filter);
  }

  boolean concernsSame(SettleWork other) {
    return day.equals(other.day) && matching == other.matching;
  }

  @Override
  public String toString() {
    return day
        + switch (matching) {
          case OVERLAP -> " by overlap";
          case START_DAY -> " by start day";
        };
  }
}
