package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the backup bucket: a record that could not be transformed, or delivered.
 *
 * @param rawData untransformed in the first case, transformed in the second
 * @param more lambdaArn in the first case, EventId in the second
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FailedRecord(
    int attemptsMade,
    Instant arrival,
    String errorCode,
    String errorMessage,
    Instant attemptEnding,
    byte[] rawData,
    Map<String, String> more) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public FailedRecord {
    more = Map.copyOf(more);
  }

  /** A JSON object by the documented keys, without a line's end. */
  String line() {
    ObjectNode line =
        JSON.createObjectNode()
            .put("attemptsMade", attemptsMade)
            .put("arrivalTimestamp", arrival.toEpochMilli())
            .put("errorCode", errorCode)
            .put("errorMessage", errorMessage)
            .put("attemptEndingTimestamp", attemptEnding.toEpochMilli())
            .put("rawData", Base64.getEncoder().encodeToString(rawData));
    new TreeMap<>(more).forEach(line::put);
    return line.toString();
  }

  static FailedRecord of(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Cannot read a line of the backup bucket", malformed);
    }
    Map<String, String> more = new TreeMap<>();
    for (String name : new String[] {"lambdaArn", "EventId"}) {
      if (json.has(name)) {
        more.put(name, json.path(name).asText());
      }
    }
    return new FailedRecord(
        json.path("attemptsMade").asInt(),
        Instant.ofEpochMilli(json.path("arrivalTimestamp").asLong()),
        json.path("errorCode").asText(),
        json.path("errorMessage").asText(),
        Instant.ofEpochMilli(json.path("attemptEndingTimestamp").asLong()),
        Base64.getDecoder().decode(json.path("rawData").asText()),
        more);
  }
}
