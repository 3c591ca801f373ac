package com.spokefleet.ingest.closure;

import java.util.Locale;

/** What becomes of an end event: one of these, always, so that their counts add up. */
enum EventFate {
  /** Its conversation is in the lake. */
  LANDED(false),
  /** Another event of the same batch told of the same conversation. */
  REPEATED(false),
  GOES_ON(false),
  NOT_AN_END(false),
  OTHER_ORG(false),
  /** The record cannot be read; a tick sets it aside once it has ended. */
  UNREADABLE(false),
  /** The conversation had not ended, or could not be read, for too long; a tick lands it. */
  GIVEN_UP(false),
  /** Comes again: the conversation has not ended as far as analytics know. */
  OPEN(true),
  /** Comes again: another run holds the org's lease. */
  BUSY(true),
  /** Comes again: the share of the rate limit, or the time, is used up. */
  PAUSED(true),
  /** Comes again until the queue has had enough of it. */
  FAILED(true),
  /** Comes again until the queue has had enough of it. */
  MALFORMED(true);

  private final boolean comesAgain;

  EventFate(boolean comesAgain) {
    this.comesAgain = comesAgain;
  }

  boolean comesAgain() {
    return comesAgain;
  }

  /** Whether only time is in the way, so that an old event need not be kept. */
  boolean isWaiting() {
    return this == OPEN || this == BUSY || this == PAUSED;
  }

  /** As metrics name it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
