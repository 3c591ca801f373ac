package com.spokefleet.normalize.row;

import java.util.Locale;

/**
 * How a leg ended. For counting use the figures: an agent leg that was answered and then
 * transferred is TRANSFERRED here and still counts as answered.
 */
public enum Outcome {
  /** An agent answered; for a queue leg, it was handed over to one. */
  ANSWERED,
  /** The customer left while waiting in the queue. */
  ABANDONED,
  /** The queue's flow took it elsewhere: another queue, voicemail, a callback. */
  FLOW_OUT,
  /** The agent passed it on. */
  TRANSFERRED,
  /** The agent was alerted and never answered. */
  NOT_RESPONDING,
  /** None of these, such as a direct or outbound call. */
  OTHER;

  /** The value in the lake. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
