package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The id of the event that some bytes hold: raw, or in the envelope of a SIEM. */
public final class EventIds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PLACES =
      List.of("/id", "/fields/genesys_event_id", "/event/event_id", "/genesys/event_id");

  private EventIds() {}

  /** Empty if it is no JSON or has none. */
  public static Optional<String> of(byte[] record) {
    JsonNode event;
    try {
      event = JSON.readTree(record);
    } catch (IOException noJson) {
      return Optional.empty();
    }
    return PLACES.stream()
        .map(place -> event.at(place).asText())
        .filter(id -> !id.isEmpty())
        .findFirst();
  }
}
