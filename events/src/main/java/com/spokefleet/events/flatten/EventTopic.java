package com.spokefleet.events.flatten;

/** A topic's template and what family it belongs to. */
record EventTopic(String template, EventKind kind) {
  /** Of what is no event of EventBridge. */
  static final EventTopic NONE = new EventTopic("", EventKind.OTHER);
}
