package com.spokefleet.cli.backfill;

import java.time.Duration;
import java.util.Optional;

/**
 * How far one org's backfill is.
 *
 * @param message what went wrong, or what is waited for; may be empty
 */
record BackfillState(
    String org,
    BackfillUnit.Status status,
    long days,
    long daysAhead,
    long requests,
    long landed,
    Duration elapsed,
    String message) {
  static BackfillState begun(String org, long days) {
    return new BackfillState(
        org, BackfillUnit.Status.INCOMPLETE, days, days, 0, 0, Duration.ZERO, "");
  }

  BackfillState after(BackfillUnit unit, Duration time) {
    boolean idle = unit.status() == BackfillUnit.Status.BUSY;
    return new BackfillState(
        org,
        unit.status(),
        days,
        idle ? daysAhead : unit.daysAhead(),
        requests + unit.requests(),
        landed + unit.landed(),
        time,
        unit.message());
  }

  long daysRead() {
    return Math.max(0, days - daysAhead);
  }

  /** Time the rest will take at the pace so far; empty before there is a pace. */
  Optional<Duration> remaining() {
    return daysRead() == 0
        ? Optional.empty()
        : Optional.of(elapsed.multipliedBy(daysAhead).dividedBy(daysRead()));
  }
}
