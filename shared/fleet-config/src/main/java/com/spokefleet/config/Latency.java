package com.spokefleet.config;

/** How soon after its end a conversation of an org lands. */
public enum Latency {
  /** With the next scheduled run. */
  SCHEDULED,
  /**
   * As soon as its end event arrives over EventBridge, which re-reads the conversation by id;
   * scheduled runs stay the safety net.
   */
  IMMEDIATE
}
