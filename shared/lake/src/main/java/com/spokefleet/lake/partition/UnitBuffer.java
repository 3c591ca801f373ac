package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.TextOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units put since the last spill: per day, per unit, the encoded rows of each table. */
final class UnitBuffer {
  /** Measured heap of an entry's map node, key and array headers beside its bytes. */
  private static final long ENTRY_OVERHEAD = 240;

  private final Map<LocalDate, Map<String, byte[][]>> days = new TreeMap<>();
  private long bytes;

  void put(LocalDate day, String unit, byte[][] rowsPerTable) {
    byte[][] replaced =
        days.computeIfAbsent(day, absent -> new HashMap<>()).put(unit, rowsPerTable);
    bytes += size(rowsPerTable);
    if (replaced != null) {
      bytes -= size(replaced);
    }
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  Iterable<LocalDate> days() {
    return days.keySet();
  }

  void clear() {
    days.clear();
    bytes = 0;
  }

  /** The day's units in order. */
  List<Map.Entry<String, byte[][]>> sorted(LocalDate day) {
    List<Map.Entry<String, byte[][]>> units =
        new ArrayList<>(days.getOrDefault(day, Map.of()).entrySet());
    units.sort(Comparator.comparing(Map.Entry::getKey, TextOrder::compare));
    return units;
  }

  UnitCursor cursor(LocalDate day, int table) {
    List<Map.Entry<String, byte[][]>> units = sorted(day);
    return new UnitCursor() {
      private int position = -1;

      @Override
      public boolean advance() {
        return ++position < units.size();
      }

      @Override
      public String unit() {
        return units.get(position).getKey();
      }

      @Override
      public byte[] encodedRows() {
        return units.get(position).getValue()[table];
      }

      @Override
      public void close() {
        // Nothing is open: the units are in memory.
      }
    };
  }

  private static long size(byte[][] rowsPerTable) {
    long size = ENTRY_OVERHEAD;
    for (byte[] rows : rowsPerTable) {
      size += rows.length;
    }
    return size;
  }
}
