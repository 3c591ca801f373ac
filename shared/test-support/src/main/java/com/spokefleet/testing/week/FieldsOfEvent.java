package com.spokefleet.testing.week;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the fields of one event. */
final class FieldsOfEvent {
  private final Instant at;
  private final Map<String, List<String>> fields = new HashMap<>(32);

  FieldsOfEvent(BusyOrg org, String topic, Instant at, String id) {
    this.at = at;
    put("topic", topic);
    put("org_id", org.id());
    put("org_name", org.name());
    put("event_id", id);
    put("event_time", at.toString());
  }

  FieldsOfEvent put(String name, String value) {
    fields.put(name, List.of(value));
    return this;
  }

  FieldsOfEvent put(String name, long value) {
    return put(name, Long.toString(value));
  }

  WeekEvent event() {
    return new WeekEvent(at, fields);
  }
}
