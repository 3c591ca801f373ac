package com.spokefleet.testing.stream.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event that came to a bus.
 *
 * @param json the whole event
 */
public record BusEvent(String id, String detailType, Instant at, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static BusEvent of(String json, Instant at) {
    JsonNode event = read(json);
    String id = event.path("id").asText();
    if (id.isEmpty()) {
      throw new IllegalArgumentException("Cannot take an event without id");
    }
    return new BusEvent(id, event.path("detail-type").asText(), at, json);
  }

  /** The same event as a replay brings it. */
  BusEvent replayed(String replay, Instant now) {
    ObjectNode event = (ObjectNode) read(json);
    event.put("replay-name", replay);
    return new BusEvent(id, detailType, now, event.toString());
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Cannot take what is no JSON as an event", malformed);
    }
  }
}
