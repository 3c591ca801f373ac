package com.spokefleet.ingest.aggregate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stored form of {@link AggregateProgress}. */
final class AggregateProgressJson {
  private final ObjectMapper mapper = new ObjectMapper();

  String write(AggregateProgress progress) {
    ObjectNode root = mapper.createObjectNode();
    root.put("readUpTo", progress.readUpTo().toString());
    root.put("dayReadAt", progress.dayReadAt().toString());
    write(root.putArray("pendingDays"), progress.pendingDays());
    write(root.putArray("rereadDays"), progress.rereadDays());
    ObjectNode through = root.putObject("rereadThrough");
    progress
        .rereadThrough()
        .forEach((days, last) -> through.put(Integer.toString(days), last.toString()));
    return root.toString();
  }

  /** A stored state that cannot be read is an {@link IngestException} that names the key. */
  AggregateProgress read(String key, String json) {
    try {
      JsonNode root = mapper.readTree(json);
      Map<Integer, LocalDate> through = new TreeMap<>();
      root.path("rereadThrough")
          .properties()
          .forEach(
              entry ->
                  through.put(
                      Integer.valueOf(entry.getKey()), LocalDate.parse(entry.getValue().asText())));
      return new AggregateProgress(
          Instant.parse(root.path("readUpTo").asText()),
          Instant.parse(root.path("dayReadAt").asText()),
          days(root.path("pendingDays")),
          days(root.path("rereadDays")),
          through);
    } catch (JsonProcessingException | DateTimeException | NumberFormatException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored progress " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static void write(ArrayNode array, SortedSet<LocalDate> days) {
    days.forEach(day -> array.add(day.toString()));
  }

  private static SortedSet<LocalDate> days(JsonNode array) {
    SortedSet<LocalDate> days = new TreeSet<>();
    array.forEach(day -> days.add(LocalDate.parse(day.asText())));
    return days;
  }
}
