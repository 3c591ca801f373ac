package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.predicate.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts events, or different values of a field, of each group in a window that slides. */
final class WindowState implements TriggerState {
  /** How much later than others an event may arrive and still be counted with them. */
  private static final Duration LATE = Duration.ofHours(2);

  private static final int GROUPS_BEFORE_CLEANING = 4_096;

  private final int least;
  private final Duration within;
  private final Function<FieldValues, List<String>> counted;
  private final Map<List<String>, SlidingWindow> windows = new HashMap<>();
  private int groupsToClean = GROUPS_BEFORE_CLEANING;

  private WindowState(int least, Duration within, Function<FieldValues, List<String>> counted) {
    this.least = least;
    this.within = within;
    this.counted = counted;
  }

  static WindowState ofEvents(int least, Duration within) {
    return new WindowState(least, within, event -> List.of());
  }

  static WindowState ofValues(String field, int least, Duration within) {
    return new WindowState(least, within, event -> firstOf(event.of(field)));
  }

  private static List<String> firstOf(List<String> values) {
    return values.isEmpty() ? List.of("") : List.of(values.getFirst());
  }

  @Override
  public int add(
      List<String> group, String identity, FieldValues event, Instant time, Instant arrivedAt) {
    Instant forgotten = arrivedAt.minus(within).minus(LATE);
    if (windows.size() > groupsToClean) {
      clean(forgotten);
    }
    SlidingWindow window = windows.computeIfAbsent(group, key -> new SlidingWindow(within));
    window.forget(forgotten);
    List<String> values = counted.apply(event);
    String value = values.isEmpty() ? "" : values.getFirst();
    if (!window.add(time, identity, value, arrivedAt)) {
      return 0;
    }
    int count = values.isEmpty() ? window.mostAround(time) : window.mostValuesAround(time, least);
    return count >= least ? count : 0;
  }

  private void clean(Instant before) {
    Iterator<SlidingWindow> all = windows.values().iterator();
    while (all.hasNext()) {
      if (all.next().isOlderThan(before)) {
        all.remove();
      }
    }
    groupsToClean = Math.max(GROUPS_BEFORE_CLEANING, windows.size() * 2);
  }
}
