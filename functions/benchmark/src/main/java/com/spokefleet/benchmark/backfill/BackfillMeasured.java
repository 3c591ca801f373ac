package com.spokefleet.benchmark.backfill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one org's backfill did, by the fake org's own counters.
 *
 * @param windows requests of its token in each window of the rate limit
 * @param ages of the org's data at the end of each tick meanwhile
 */
record BackfillMeasured(List<Integer> windows, Duration elapsed, List<Duration> ages) {
  /** At the beginning no job is fulfilled yet; at the end there is less left than a share. */
  private static final int RAMP_UP = 4;

  private static final int RAMP_DOWN = 2;

  BackfillMeasured {
    windows = List.copyOf(windows);
    ages = List.copyOf(ages);
  }

  int requests() {
    return windows.stream().mapToInt(Integer::intValue).sum();
  }

  int highest() {
    return windows.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Windows in which there was always something to read. */
  List<Integer> busy() {
    int end = Math.max(RAMP_UP, windows.size() - RAMP_DOWN);
    return windows.size() <= RAMP_UP ? List.of() : windows.subList(RAMP_UP, end);
  }

  double mean() {
    return busy().stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  Duration oldest() {
    return ages.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
