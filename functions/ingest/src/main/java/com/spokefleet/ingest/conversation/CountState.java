package com.spokefleet.ingest.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the counting of an org's days remembers.
 *
 * @param countedAt when all days were last counted
 * @param shortDays days that held fewer conversations than the API counts, with how often they have
 *     been read again for it; zero: seen once, which may be a conversation that ended between
 *     reading and counting
 */
record CountState(Instant countedAt, Map<LocalDate, Integer> shortDays) {
  /** Before the first round. */
  static final CountState NEVER = new CountState(Instant.EPOCH, Map.of());

  CountState {
    shortDays = Map.copyOf(shortDays);
  }

  String toJson() {
    ObjectNode root = new ObjectMapper().createObjectNode().put("countedAt", countedAt.toString());
    ObjectNode days = root.putObject("shortDays");
    new TreeMap<>(shortDays).forEach((day, rereads) -> days.put(day.toString(), rereads));
    return root.toString();
  }

  static CountState parse(String key, String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      Map<LocalDate, Integer> days = new TreeMap<>();
      root.path("shortDays")
          .properties()
          .forEach(entry -> days.put(LocalDate.parse(entry.getKey()), entry.getValue().asInt()));
      return new CountState(Instant.parse(root.path("countedAt").asText()), days);
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored counts " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }
}
