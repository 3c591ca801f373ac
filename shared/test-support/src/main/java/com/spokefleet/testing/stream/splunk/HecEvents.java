package com.spokefleet.testing.stream.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.stream.intake.FlatFields;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns an envelope into what a search of Splunk finds. */
final class HecEvents {
  private static final List<String> METADATA = List.of("host", "source", "sourcetype");

  private HecEvents() {}

  /** Fields of the event by their names, indexed ones and metadata beside them. */
  static StoredEvent of(JsonNode envelope, HecToken token, Instant received, Instant searchable) {
    JsonNode event = envelope.path("event");
    SortedMap<String, List<String>> fields =
        event.isObject() ? FlatFields.of(event) : new TreeMap<>();
    fields.put("_raw", List.of(event.isTextual() ? event.asText() : event.toString()));
    fields.putAll(FlatFields.of(envelope.path("fields")));
    for (String name : METADATA) {
      if (envelope.has(name)) {
        fields.put(name, List.of(envelope.path(name).asText()));
      }
    }
    fields.put("index", List.of(envelope.path("index").asText(token.indexes().getFirst())));
    if (envelope.has("time")) {
      fields.put("_time", List.of(envelope.path("time").asText()));
    }
    JsonNode id = envelope.at("/fields/genesys_event_id");
    String eventId = (id.isMissingNode() ? event.path("event_id") : id).asText();
    return new StoredEvent(
        received, searchable, eventId.isEmpty() ? null : eventId, fields, envelope);
  }
}
