package com.spokefleet.replay.delivery;

/**
 * What became of one record.
 *
 * @param reason why it was not sent, in words; empty if it was
 */
public record Outcome(Kind kind, String reason) {
  /** The four ways to end. */
  public enum Kind {
    /** The target has it, and said so. */
    SENT,
    /** The target has seen it and does not want it; it would say so again. */
    REFUSED,
    /** Nobody knows whether the target has it. */
    UNKNOWN,
    /** The target certainly does not have it: nothing was sent, or it was too busy. */
    NOT_SENT
  }

  public static final Outcome SENT = new Outcome(Kind.SENT, "");
}
