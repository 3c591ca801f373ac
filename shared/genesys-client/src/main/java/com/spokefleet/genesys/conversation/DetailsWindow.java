package com.spokefleet.genesys.conversation;

import java.time.Instant;

/**
 * What a details query covers: conversations whose start lies on a UTC day that the interval
 * touches. The start need not lie inside the interval.
 *
 * @param to exclusive; Genesys advises at least a minute before now
 */
public record DetailsWindow(Instant from, Instant to, DetailsOrder order, ConversationState state) {
  public DetailsWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Cannot query a window from " + from + " to " + to);
    }
  }
}
