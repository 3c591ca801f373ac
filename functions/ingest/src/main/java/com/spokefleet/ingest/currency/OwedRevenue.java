package com.spokefleet.ingest.currency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The start days with sales that wait for a rate, stored before whoever landed them stores that he
 * did, so that none is forgotten.
 */
final class OwedRevenue {
  private static final int FORMAT = 1;

  private final JsonState state;
  private final ObjectMapper json = new ObjectMapper();

  OwedRevenue(CheckpointStore checkpoints, String orgId) {
    this.state = new JsonState(checkpoints, "revenue/" + orgId);
  }

  /** Per owed day the earliest end of a conversation whose sale waits for a rate. */
  SortedMap<LocalDate, Instant> days() {
    return state.read().map(this::parse).orElseGet(TreeMap::new);
  }

  Optional<Instant> earliestEnd() {
    return earliest(days().values());
  }

  /** Adds days; those that are owed already keep the earlier end. */
  void add(SortedMap<LocalDate, Instant> more) {
    if (more.isEmpty()) {
      return;
    }
    SortedMap<LocalDate, Instant> days = days();
    more.forEach(
        (day, end) -> days.merge(day, end, (one, other) -> one.isBefore(other) ? one : other));
    state.write(text(days));
  }

  /** After a day was tried again: what of it still waits. */
  void replace(LocalDate day, Optional<Instant> earliestEnd) {
    SortedMap<LocalDate, Instant> days = days();
    earliestEnd.ifPresentOrElse(end -> days.put(day, end), () -> days.remove(day));
    state.write(text(days));
  }

  static Optional<Instant> earliest(Collection<Instant> ends) {
    return ends.stream().min(Instant::compareTo);
  }

  private String text(SortedMap<LocalDate, Instant> days) {
    ObjectNode root = json.createObjectNode();
    root.put("format", FORMAT);
    ObjectNode owed = root.putObject("days");
    days.forEach((day, end) -> owed.put(day.toString(), end.toString()));
    return root.toString();
  }

  private SortedMap<LocalDate, Instant> parse(String stored) {
    try {
      JsonNode root = json.readTree(stored);
      if (root.path("format").asInt() != FORMAT) {
        throw unreadable(null);
      }
      SortedMap<LocalDate, Instant> days = new TreeMap<>();
      root.path("days")
          .properties()
          .forEach(
              entry ->
                  days.put(
                      LocalDate.parse(entry.getKey()), Instant.parse(entry.getValue().asText())));
      return days;
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw unreadable(malformed);
    }
  }

  private IngestException unreadable(@Nullable Throwable cause) {
    return new IngestException(
        FailureKind.BAD_DATA, "Cannot read the state stored in " + state.key(), cause);
  }
}
