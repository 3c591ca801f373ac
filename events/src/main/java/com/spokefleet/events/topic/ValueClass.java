package com.spokefleet.events.topic;

/** What a topic is worth to those who pay for storing it. */
public enum ValueClass {
  /** Somebody searches it, or is alarmed by it. */
  HIGH,
  /** Worth keeping, but it holds what people said: never for a SIEM. */
  CONTENT,
  /** The lake or the live board has the same with less of it. */
  LOW,
  /** Many a day for each agent, and nobody looks for one of them. */
  NOISE
}
