package com.spokefleet.testing.server;

import java.util.List;
import java.util.Set;

/**
 * An aggregates query as understood; instants and the granularity are milliseconds.
 *
 * @param metrics that were named
 */
record AggregatesQuery(
    long from,
    long to,
    long granularity,
    List<String> groupBy,
    AggregatesFilter filter,
    Set<String> metrics,
    List<View> views) {

  /** Values of a timer from {@code from}, included, to {@code to}, excluded. */
  record View(String target, String name, long from, long to) {
    boolean admits(long value) {
      return value >= from && value < to;
    }
  }

  boolean admits(Emission emission) {
    return emission.emitted() >= from && emission.emitted() < to && filter.holds(emission);
  }

  /** The start of the bucket an instant lies in. */
  long bucket(long instant) {
    return Math.max(from, instant - Math.floorMod(instant, granularity));
  }
}
