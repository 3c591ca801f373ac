package com.spokefleet.events.topic;

/** What the {@code eventBody} of a topic is. */
public enum BodyKind {
  /** Who did what to which object; {@code eventTime} is ISO-8601. */
  AUDIT,
  /** A step of a conversation; {@code eventTime} is in epoch milliseconds. */
  CONVERSATION_DETAIL,
  /** What an Edge measured; byte counts need 64 bits. */
  EDGE_METRICS,
  /** A service tells of a failure or a changed state; its time is {@code timestamp}. */
  OPERATIONS_EVENT,
  /** What was said in a conversation, word by word. */
  TRANSCRIPTION,
  /** Where an agent is and whether somebody can be routed there. */
  PRESENCE,
  /** Running figures of a queue, flow, user or conversation. */
  STATISTICS,
  /** The state of a whole conversation, after each of its changes. */
  CONVERSATION,
  /** Up to when details jobs have all data. */
  AVAILABILITY
}
