package com.spokefleet.events.flatten;

/**
 * Families of topics whose bodies are alike, told by the template, so that a topic that is new in
 * its family is read like the others.
 */
public enum EventKind {
  AUDIT,
  CONVERSATION,
  EDGE_METRICS,
  OPERATIONS,
  TRANSCRIPT,
  /** Of a family nobody knew when this was written, and not about conversations. */
  OTHER;

  /** Told by {@code detail-type}; also of topics that are in no catalogue. */
  public static EventKind of(String topic) {
    if (topic.startsWith("v2.audits.")) {
      return AUDIT;
    }
    if (topic.endsWith(".transcription")) {
      return TRANSCRIPT;
    }
    if (topic.contains("conversation")) {
      return CONVERSATION;
    }
    if (topic.startsWith("v2.telephony.providers.edges.") && topic.endsWith(".metrics")) {
      return EDGE_METRICS;
    }
    return topic.startsWith("v2.operations.events.") ? OPERATIONS : OTHER;
  }
}
