package com.spokefleet.config;

/** How soon after its end a conversation of an org lands. */
public enum Latency {
  /** With the next scheduled run. */
  SCHEDULED(1),
  /**
   * As soon as its end event arrives over EventBridge, which re-reads the conversation by id;
   * scheduled runs stay the safety net.
   */
  IMMEDIATE(3);

  private final int reservedExecutions;

  Latency(int reservedExecutions) {
    this.reservedExecutions = reservedExecutions;
  }

  /**
   * Concurrent executions that the org's functions reserve: one for its runs, and two for what has
   * just ended, since SQS calls no function by fewer.
   */
  public int reservedExecutions() {
    return reservedExecutions;
  }
}
