package com.spokefleet.lake.partition;

import java.time.Instant;

/** From an instant, included, to another, excluded; never empty. */
public record InstantRange(Instant from, Instant to) {
  public InstantRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Cannot have a range from " + from + " to " + to);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
