package com.spokefleet.normalize.aggregate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The waits up to which answers and abandons are counted, so that most standards can be computed
 * later without asking Genesys again. Each has columns of its own; they stay for ever.
 */
public final class WithinLadder {
  private static final List<Duration> STEPS =
      List.of(5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600).stream()
          .map(Duration::ofSeconds)
          .toList();

  private WithinLadder() {}

  /** Ascending. */
  public static List<Duration> steps() {
    return STEPS;
  }

  /** Where in the ladder the wait stands; empty if it is no step. */
  public static OptionalInt indexOf(Duration wait) {
    int index = STEPS.indexOf(wait);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Everything that must be asked for the ladder and a standard; no two questions are alike. */
  public static List<WithinView> views(long standardMs, long shortAbandonMs) {
    List<WithinView> views = new ArrayList<>();
    for (Duration step : STEPS) {
      views.add(WithinView.of(AggregateMetric.ANSWERED, step.toMillis()));
      views.add(WithinView.of(AggregateMetric.ABANDON, step.toMillis()));
    }
    views.add(WithinView.of(AggregateMetric.ANSWERED, standardMs));
    if (shortAbandonMs > 0) {
      views.add(WithinView.of(AggregateMetric.ABANDON, shortAbandonMs));
    }
    return views.stream().distinct().toList();
  }
}
