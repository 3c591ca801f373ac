package com.spokefleet.testing.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each fault really happened. Thread-safe. */
public final class FaultCounts {
  private final Map<FaultKind, LongAdder> counts = new EnumMap<>(FaultKind.class);

  public FaultCounts() {
    for (FaultKind kind : FaultKind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  public void happened(FaultKind kind) {
    counts.get(kind).increment();
  }

  public long of(FaultKind kind) {
    return counts.get(kind).sum();
  }

  /** Kinds that happened at least once. */
  public Map<FaultKind, Long> happened() {
    Map<FaultKind, Long> happened = new EnumMap<>(FaultKind.class);
    counts.forEach(
        (kind, count) -> {
          if (count.sum() > 0) {
            happened.put(kind, count.sum());
          }
        });
    return happened;
  }
}
