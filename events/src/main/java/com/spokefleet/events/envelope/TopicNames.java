package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;

/** Short names of topics for what a SIEM sorts events by. */
final class TopicNames {
  private static final String ID = "{id}.";

  private TopicNames() {}

  /** Such as {@code audit}, {@code conversation} or {@code edge}. */
  static String family(EventKind kind) {
    return switch (kind) {
      case AUDIT -> "audit";
      case CONVERSATION -> "conversation";
      case EDGE_METRICS -> "edge";
      case OPERATIONS -> "operations";
      case TRANSCRIPT -> "transcript";
      case OTHER -> "other";
    };
  }

  /** What comes after the id, such as {@code customer.end}; the family's name if nothing does. */
  static String event(FlatEvent event) {
    String topic = event.topic();
    int id = topic.lastIndexOf(ID);
    boolean told = event.kind() != EventKind.AUDIT && id >= 0;
    return told ? topic.substring(id + ID.length()) : family(event.kind());
  }
}
