package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The window that admits exactly the conversations that started on one UTC day. */
final class StartDayWindow {
  private StartDayWindow() {}

  /** Ends a millisecond early, so that it does not touch the next day. */
  static DetailsWindow of(LocalDate day, DetailsOrder order, ConversationState state) {
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new DetailsWindow(from, to.minusMillis(1), order, state);
  }
}
