package com.spokefleet.testing.faults;

import java.util.Map;

/** How often each fault really happened. Thread-safe. */
public final class FaultCounts {
  private final Tally<FaultKind> counts = new Tally<>(FaultKind.class);

  public void happened(FaultKind kind) {
    counts.add(kind, 1);
  }

  /** Kinds that happened at least once. */
  public Map<FaultKind, Long> happened() {
    return counts.asMap();
  }
}
