package com.spokefleet.replay.delivery;

/** What a SIEM's answer means for the body it was sent. */
sealed interface Verdict {
  /** All of it is there. */
  record Accepted() implements Verdict {}

  /** It may be there. */
  record Doubtful(String reason) implements Verdict {}

  /** Something in it is wrong, and all of it was refused. */
  record Refused(String reason) implements Verdict {}

  /** It is not there, and may be sent again a little later. */
  record Busy(String reason) implements Verdict {}

  /** No body will fare better until somebody changes something. */
  record Unusable(Outcome.Kind kind, String reason) implements Verdict {
    Unusable(String reason) {
      this(Outcome.Kind.NOT_SENT, reason);
    }
  }
}
