package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Units that were read anew, with all their rows of several tables, sorted by day and unit. They
 * may come in any order; a later put of a unit replaces the earlier one. Beyond {@code memoryBytes}
 * sorted runs go to the scratch folder, so heap does not grow with the batch. For one thread.
 */
public final class UnitBatch implements AutoCloseable {
  /** Under which the units of tables without days are put. */
  public static final LocalDate WITHOUT_DAY = LocalDate.EPOCH;

  private final List<TableUnits> tables;
  private final Path scratch;
  private final long memoryBytes;
  private final UnitBuffer buffer = new UnitBuffer();
  private final List<SpilledRun> runs = new ArrayList<>();
  private final SortedSet<LocalDate> days = new TreeSet<>();
  private final Map<LocalDate, Set<String>> leftOut = new HashMap<>();

  public UnitBatch(List<Table<?>> tables, Path scratch, long memoryBytes) {
    this.tables = tables.stream().map(TableUnits::new).toList();
    this.scratch = scratch;
    this.memoryBytes = memoryBytes;
  }

  /**
   * Adds a unit with its rows of each table, in the order of the batch's tables. Rows of another
   * unit, or two with one key, are a {@link RowException}, and the unit is not added.
   */
  public void put(LocalDate day, String unit, List<List<Row>> rowsPerTable) {
    if (rowsPerTable.size() != tables.size()) {
      throw new IllegalArgumentException(
          "Cannot put unit %s: rows of %d tables were given, not of %d"
              .formatted(unit, rowsPerTable.size(), tables.size()));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(unit)) {
      throw new RowException("Cannot put a unit whose name is not valid Unicode");
    }
    byte[][] encoded = new byte[tables.size()][];
    for (int table = 0; table < encoded.length; table++) {
      encoded[table] = tables.get(table).encode(unit, rowsPerTable.get(table));
    }
    days.add(day);
    buffer.put(day, unit, encoded);
    if (buffer.bytes() >= memoryBytes) {
      spill();
    }
  }

  /** How many units the batch holds, each counted once per day. */
  public long units() {
    return days.stream().mapToLong(this::units).sum();
  }

  /** How many units of one day the batch holds. */
  public long units(LocalDate day) {
    try (UnitStream stream = open(day, 0)) {
      return stream.count();
    } catch (IOException failure) {
      throw scratchFailure("read", failure);
    }
  }

  /** From now on these units of the day are as if they had never been put. */
  public void leaveOut(LocalDate day, Set<String> units) {
    leftOut.computeIfAbsent(day, _ -> new HashSet<>()).addAll(units);
  }

  public SortedSet<LocalDate> days() {
    return new TreeSet<>(days);
  }

  /** The day's units in order, with their rows of one of the batch's tables. */
  UnitStream stream(Table<?> table, LocalDate day) throws IOException {
    for (int index = 0; index < tables.size(); index++) {
      if (tables.get(index).name().equals(table.name())) {
        return open(day, index);
      }
    }
    throw new IllegalArgumentException("Cannot merge " + table.name() + ": not in the batch");
  }

  /** Deletes the scratch files. */
  @Override
  public void close() {
    buffer.clear();
    days.clear();
    leftOut.clear();
    try {
      for (SpilledRun run : runs) {
        run.delete();
      }
    } catch (IOException failure) {
      throw scratchFailure("delete", failure);
    }
    runs.clear();
  }

  private UnitStream open(LocalDate day, int table) throws IOException {
    List<UnitCursor> cursors = new ArrayList<>();
    try {
      for (SpilledRun run : runs) {
        cursors.add(run.cursor(day, table));
      }
      cursors.add(buffer.cursor(day, table));
      return new UnitStream(
          tables.get(table).table(), cursors, leftOut.getOrDefault(day, Set.of()));
    } catch (IOException failure) {
      for (UnitCursor cursor : cursors) {
        cursor.close();
      }
      throw failure;
    }
  }

  private void spill() {
    try {
      Files.createDirectories(scratch);
      Path file = Files.createTempFile(scratch, "units-", ".run");
      runs.add(SpilledRun.write(buffer, tables.size(), file));
      buffer.clear();
    } catch (IOException failure) {
      throw scratchFailure("write", failure);
    }
  }

  private static StoreException scratchFailure(String verb, IOException failure) {
    return new StoreException(
        FailureKind.PERMANENT, "Cannot " + verb + " units in the scratch folder", failure);
  }
}
