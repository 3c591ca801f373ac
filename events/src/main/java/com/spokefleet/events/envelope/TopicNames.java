package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.json.JsonBytes;

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

  /** Writes {@link #event} within the quotes of a string. */
  static void write(FlatEvent event, JsonBytes out) {
    int from = eventFrom(event);
    if (from < 0) {
      out.ascii(family(event.kind()));
    } else {
      out.escape(event.topic(), from);
    }
  }

  /** What comes after the id, such as {@code customer.end}; the family's name if nothing does. */
  static String event(FlatEvent event) {
    int from = eventFrom(event);
    return from < 0 ? family(event.kind()) : event.topic().substring(from);
  }

  private static int eventFrom(FlatEvent event) {
    int id = event.topic().lastIndexOf(ID);
    return event.kind() != EventKind.AUDIT && id >= 0 ? id + ID.length() : -1;
  }
}
