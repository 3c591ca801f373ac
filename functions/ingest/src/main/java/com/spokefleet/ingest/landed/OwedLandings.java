package com.spokefleet.ingest.landed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The partitions of one org that others are still to be told of, as a checkpoint: per table its
 * days, none for a table without days. Read once a run, written with every change.
 */
final class OwedLandings {
  private final String orgId;
  private final JsonState state;
  private final ObjectMapper mapper = new ObjectMapper();
  private final SortedMap<String, SortedSet<LocalDate>> daysByTable = new TreeMap<>();
  private boolean read;
  private boolean changed;

  OwedLandings(String orgId, JsonState state) {
    this.orgId = orgId;
    this.state = state;
  }

  /** What was known is forgotten: another process may have written since. */
  void forget() {
    daysByTable.clear();
    read = false;
    changed = false;
  }

  /** From now on this one is owed, even if the process dies. */
  void add(Partition partition) {
    // Into memory first: what cannot be stored is told by this run all the same.
    changed |= remember(partition);
    read();
    if (changed) {
      store();
    }
  }

  List<Partition> all() {
    read();
    List<Partition> partitions = new ArrayList<>();
    daysByTable.forEach(
        (table, days) -> {
          if (days.isEmpty()) {
            partitions.add(Partition.perOrg(table, orgId));
          }
          days.forEach(day -> partitions.add(Partition.daily(table, orgId, day)));
        });
    return partitions;
  }

  void remove(Collection<Partition> told) {
    for (Partition partition : told) {
      SortedSet<LocalDate> days = daysByTable.getOrDefault(partition.table(), new TreeSet<>());
      partition.day().ifPresent(days::remove);
      if (days.isEmpty()) {
        daysByTable.remove(partition.table());
      }
    }
    store();
  }

  private boolean remember(Partition partition) {
    boolean isNewTable = !daysByTable.containsKey(partition.table());
    SortedSet<LocalDate> days =
        daysByTable.computeIfAbsent(partition.table(), table -> new TreeSet<>());
    return partition.day().map(days::add).orElse(isNewTable);
  }

  private void read() {
    if (read) {
      return;
    }
    Optional<String> stored = state.read();
    try {
      JsonNode tables = mapper.readTree(stored.orElse("{}"));
      for (String table : (Iterable<String>) tables::fieldNames) {
        SortedSet<LocalDate> days = daysByTable.computeIfAbsent(table, newTable -> new TreeSet<>());
        tables.path(table).forEach(day -> days.add(LocalDate.parse(day.asText())));
      }
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read which landings are owed: checkpoint " + state.key() + " is spoilt",
          malformed);
    }
    read = true;
  }

  private void store() {
    ObjectNode tables = mapper.createObjectNode();
    daysByTable.forEach(
        (table, days) -> {
          ArrayNode texts = tables.putArray(table);
          days.forEach(day -> texts.add(day.toString()));
        });
    state.write(tables.toString());
    changed = false;
  }
}
