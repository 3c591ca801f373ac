package com.spokefleet.testing.stream.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.stream.intake.FlatFields;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns what was sent into what a search of Datadog finds; nothing is refused for its content. */
final class DatadogLogs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DatadogLogs() {}

  /** The logs of a record: one a line; a line that is no object is a message. */
  static List<JsonNode> lines(byte[] record) {
    List<JsonNode> logs = new ArrayList<>();
    for (String line : new String(record, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isBlank()) {
        logs.add(log(line));
      }
    }
    return logs;
  }

  private static JsonNode log(String line) {
    try {
      JsonNode log = JSON.readTree(line);
      if (log.isObject()) {
        return log;
      }
    } catch (JsonProcessingException noJson) {
      return message(line);
    }
    return message(line);
  }

  private static ObjectNode message(String text) {
    return JSON.createObjectNode().put("message", text);
  }

  static StoredEvent stored(JsonNode log, Instant received, Instant searchable) {
    String eventId = log.at("/genesys/event_id").asText();
    return new StoredEvent(
        received, searchable, eventId.isEmpty() ? null : eventId, FlatFields.of(log), log);
  }
}
