package com.spokefleet.testing.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything the conversations of an organisation emit, by their start days. The days asked for
 * last are kept; a change of any conversation forgets them. Thread-safe.
 */
final class Emissions {
  private static final long DAY_MILLIS = 86_400_000;

  /** The longest a conversation lives, in days: no generated one is open for longer. */
  private static final long LONGEST_LIFE_DAYS = 8;

  private static final int MOST_DAYS = 12;
  private static final int MOST_CONVERSATIONS = 5_000;

  private final Records records;
  private final Map<Long, List<Emission>> kept = new LinkedHashMap<>();
  private long keptVersion;

  Emissions(Records records) {
    this.records = records;
  }

  /** Gives what was emitted from {@code from} to {@code to}, excluded, and is visible by then. */
  synchronized void forEach(long from, long to, long asOf, Consumer<Emission> consumer) {
    if (records.version() != keptVersion) {
      kept.clear();
      keptVersion = records.version();
    }
    long first = Math.max(records.firstDay(), Math.floorDiv(from, DAY_MILLIS) - LONGEST_LIFE_DAYS);
    long last = Math.min(records.lastDay(asOf), Math.floorDiv(to - 1, DAY_MILLIS));
    for (long day = first; day <= last; day++) {
      for (Emission emission : day(day, asOf)) {
        if (emission.emitted() >= from && emission.emitted() < to && emission.emitted() <= asOf) {
          consumer.accept(emission);
        }
      }
    }
  }

  private List<Emission> day(long day, long asOf) {
    List<Emission> known = kept.get(day);
    if (known != null) {
      return known;
    }
    List<Emission> emissions = new ArrayList<>();
    int count = records.count(day);
    for (int position = 0; position < count; position++) {
      emissions.addAll(records.emissions(day, position, asOf));
    }
    if (count <= MOST_CONVERSATIONS) {
      if (kept.size() == MOST_DAYS) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.put(day, emissions);
    }
    return emissions;
  }
}
