package com.spokefleet.normalize.servicelevel;

import java.util.OptionalDouble;

/**
 * A service level as two counts, which add up over queues, days and orgs; percentages do not. The
 * ratio is for the very end.
 *
 * @param numerator answered in time
 * @param denominator all that counts
 */
public record ServiceLevel(long numerator, long denominator) {
  public static final ServiceLevel NOTHING = new ServiceLevel(0, 0);

  public ServiceLevel plus(ServiceLevel other) {
    return new ServiceLevel(numerator + other.numerator, denominator + other.denominator);
  }

  /** Between 0 and 1; empty where nothing counts, which is unknown and not 0. */
  public OptionalDouble ratio() {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }
}
