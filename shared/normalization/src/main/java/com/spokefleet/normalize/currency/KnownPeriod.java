package com.spokefleet.normalize.currency;

import java.time.Instant;

/**
 * The time for which all rates are known: none will ever come that is in force within it. What is
 * converted by an instant of it stays as it is.
 *
 * @param from the first instant, included
 * @param until the end, not included
 */
public record KnownPeriod(Instant from, Instant until) {
  /** Nothing is known. */
  public static final KnownPeriod NONE = new KnownPeriod(Instant.EPOCH, Instant.EPOCH);

  public KnownPeriod {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("Cannot know rates from " + from + " until " + until);
    }
  }

  public boolean holds(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  public boolean isEmpty() {
    return from.equals(until);
  }
}
