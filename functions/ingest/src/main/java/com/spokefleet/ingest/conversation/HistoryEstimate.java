package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsWindow;
import com.spokefleet.genesys.http.Deadline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Tells what reading a stretch of history will cost, before it is read, by counting every eighth
 * day of it.
 */
public final class HistoryEstimate {
  /** No multiple of a week, so that the samples go through all weekdays alike. */
  private static final int SAMPLE_EVERY_DAYS = 8;

  /** Measured: bytes of all three tables per conversation, see docs/PERFORMANCE.md. */
  private static final long LAKE_BYTES_PER_CONVERSATION = 700;

  private final ConversationDetailsQuery query;

  public HistoryEstimate(DetailsPermit permit, ConversationDetailsQuery query) {
    this.query = query;
  }

  /** Both days included. Costs a request per sampled day. */
  public HistoryCost of(LocalDate from, LocalDate to, Deadline deadline) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    long sampled = 0;
    long counted = 0;
    for (long back = 0; back < days; back += SAMPLE_EVERY_DAYS) {
      counted += query.count(window(to.minusDays(back)), deadline);
      sampled++;
    }
    long conversations = sampled == 0 ? 0 : Math.ceilDiv(counted * days, sampled);
    long requests = Math.ceilDiv(conversations, query.pageSize()) + days;
    return new HistoryCost(
        days, conversations, requests, conversations * LAKE_BYTES_PER_CONVERSATION);
  }

  private static DetailsWindow window(LocalDate day) {
    return StartDayWindow.of(
        day, DetailsOrder.CONVERSATION_START_ASCENDING, ConversationState.ENDED);
  }
}
