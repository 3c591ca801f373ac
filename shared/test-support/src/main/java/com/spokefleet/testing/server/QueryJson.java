package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** What all analytics queries have in common. */
final class QueryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueryJson() {}

  static JsonNode read(byte[] text) throws BadQueryException {
    try {
      JsonNode body = JSON.readTree(text);
      if (!body.isObject()) {
        throw new BadQueryException("The request body is not an object.");
      }
      return body;
    } catch (JsonProcessingException malformed) {
      throw new BadQueryException(
          "The request body is malformed: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static void requireKnown(JsonNode object, Set<String> known) throws BadQueryException {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!known.contains(name)) {
        throw new BadQueryException("Unrecognized property \"" + name + "\" in the query.");
      }
    }
  }

  /** Start and end in epoch milliseconds. */
  static long[] interval(String text) throws BadQueryException {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new BadQueryException("The interval \"" + text + "\" is not of the form start/end.");
    }
    try {
      Instant from = OffsetDateTime.parse(parts[0]).toInstant();
      Instant to = OffsetDateTime.parse(parts[1]).toInstant();
      if (!from.isBefore(to)) {
        throw new BadQueryException("The interval \"" + text + "\" ends before it starts.");
      }
      return new long[] {from.toEpochMilli(), to.toEpochMilli()};
    } catch (DateTimeParseException malformed) {
      throw new BadQueryException("The interval \"" + text + "\" is not in ISO-8601 form.");
    }
  }
}
