package com.spokefleet.testing.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A counter for each constant of an enum. Thread-safe.
 *
 * @param <E> what is counted
 */
public final class Tally<E extends Enum<E>> {
  private final Class<E> type;
  private final AtomicLongArray counts;

  public Tally(Class<E> type) {
    this.type = type;
    this.counts = new AtomicLongArray(type.getEnumConstants().length);
  }

  /** Adds and returns the new count. */
  public long add(E key, long more) {
    return counts.addAndGet(key.ordinal(), more);
  }

  public long of(E key) {
    return counts.get(key.ordinal());
  }

  /** The counts that are not zero. */
  public Map<E, Long> asMap() {
    Map<E, Long> map = new EnumMap<>(type);
    for (E key : type.getEnumConstants()) {
      if (of(key) != 0) {
        map.put(key, of(key));
      }
    }
    return map;
  }
}
