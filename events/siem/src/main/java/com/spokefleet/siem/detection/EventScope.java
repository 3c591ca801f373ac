package com.spokefleet.siem.detection;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.siem.predicate.FieldValues;
import java.util.List;

/** Which events a detection or a panel looks at. */
public enum EventScope {
  AUDITS,
  CONVERSATIONS,
  EDGES,
  OPERATIONS,
  ALL;

  /** Whether the event is one of these, by its topic. */
  public boolean holds(FieldValues event) {
    List<String> topics = event.of("topic");
    return this == ALL || !topics.isEmpty() && holds(EventKind.of(topics.getFirst()));
  }

  private boolean holds(EventKind kind) {
    return switch (this) {
      case AUDITS -> kind == EventKind.AUDIT;
      case CONVERSATIONS -> kind == EventKind.CONVERSATION;
      case EDGES -> kind == EventKind.EDGE_METRICS;
      case OPERATIONS -> kind == EventKind.OPERATIONS;
      case ALL -> true;
    };
  }
}
