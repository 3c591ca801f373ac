package com.spokefleet.ingest.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reconciling remembers between runs.
 *
 * @param ranAt when it last ran to its end
 * @param lookedAtAllAt when it last looked at all days instead of the recent ones
 * @param tallies what the objects of recent start days hold, so that only changed ones are read
 * @param differences by table and day what differs for good
 */
record ReconciliationState(
    Instant ranAt,
    Instant lookedAtAllAt,
    SortedMap<LocalDate, DayTally> tallies,
    SortedMap<String, SortedMap<LocalDate, Long>> differences) {

  /** Before the first run. */
  static ReconciliationState never() {
    return new ReconciliationState(Instant.EPOCH, Instant.EPOCH, new TreeMap<>(), new TreeMap<>());
  }

  /**
   * The events of one start day by the day they were emitted.
   *
   * @param sha256 of the object that was counted
   */
  record DayTally(String sha256, Map<LocalDate, EmittedCounts> emitted) {}

  String toJson() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("ranAt", ranAt.toString());
    root.put("lookedAtAllAt", lookedAtAllAt.toString());
    ObjectNode days = root.putObject("tallies");
    tallies.forEach(
        (day, tally) -> {
          ObjectNode object = days.putObject(day.toString()).put("sha256", tally.sha256());
          ObjectNode emitted = object.putObject("emitted");
          new TreeMap<>(tally.emitted())
              .forEach((on, counts) -> write(emitted.putArray(on.toString()), counts));
        });
    ObjectNode byTable = root.putObject("differences");
    differences.forEach(
        (table, byDay) -> {
          ObjectNode object = byTable.putObject(table);
          byDay.forEach((day, difference) -> object.put(day.toString(), difference));
        });
    return root.toString();
  }

  static ReconciliationState parse(String key, String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      SortedMap<LocalDate, DayTally> tallies = new TreeMap<>();
      root.path("tallies")
          .properties()
          .forEach(entry -> tallies.put(LocalDate.parse(entry.getKey()), tally(entry.getValue())));
      SortedMap<String, SortedMap<LocalDate, Long>> differences = new TreeMap<>();
      root.path("differences")
          .properties()
          .forEach(entry -> differences.put(entry.getKey(), byDay(entry.getValue())));
      return new ReconciliationState(
          Instant.parse(root.path("ranAt").asText()),
          Instant.parse(root.path("lookedAtAllAt").asText()),
          tallies,
          differences);
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored reconciliation " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static void write(ArrayNode array, EmittedCounts counts) {
    array.add(counts.offered()).add(counts.answered()).add(counts.abandoned());
  }

  private static DayTally tally(JsonNode object) {
    Map<LocalDate, EmittedCounts> emitted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.path("emitted").properties()) {
      JsonNode counts = entry.getValue();
      emitted.put(
          LocalDate.parse(entry.getKey()),
          new EmittedCounts(
              counts.path(0).asLong(), counts.path(1).asLong(), counts.path(2).asLong()));
    }
    return new DayTally(object.path("sha256").asText(), Map.copyOf(emitted));
  }

  private static SortedMap<LocalDate, Long> byDay(JsonNode object) {
    SortedMap<LocalDate, Long> byDay = new TreeMap<>();
    object
        .properties()
        .forEach(entry -> byDay.put(LocalDate.parse(entry.getKey()), entry.getValue().asLong()));
    return byDay;
  }
}
