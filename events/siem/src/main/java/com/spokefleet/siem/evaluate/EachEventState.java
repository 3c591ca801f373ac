package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.predicate.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every event counts, but never twice. */
final class EachEventState implements TriggerState {
  /** Longer than any raw copy is kept, so no replay brings what is forgotten. */
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private final Map<String, Instant> arrivals = new LinkedHashMap<>();

  @Override
  public int add(
      List<String> group, String identity, FieldValues event, Instant time, Instant arrivedAt) {
    forget(arrivedAt.minus(REMEMBERED));
    return identity.isEmpty() || arrivals.putIfAbsent(identity, arrivedAt) == null ? 1 : 0;
  }

  private void forget(Instant before) {
    Iterator<Instant> oldest = arrivals.values().iterator();
    while (oldest.hasNext() && oldest.next().isBefore(before)) {
      oldest.remove();
    }
  }
}
