package com.spokefleet.telemetry;

import java.time.Duration;

/**
 * Where figures about the work go; never where data goes. Safe for use by several threads.
 *
 * <p>A call whose dimensions differ from those declared by the {@link MetricName} fails with {@link
 * IllegalArgumentException}: one name with two sets of dimensions cannot be added up.
 */
public interface Metrics {
  /** Adds to a counter of unit count or bytes. Zero is reported, for zero is not unknown. */
  void count(MetricName name, long value, Dimensions dimensions);

  /** Sets a figure that has one value at a time; the last one before {@link #flush} counts. */
  void gauge(MetricName name, double value, Dimensions dimensions);

  /** Adds one measured time to a metric in milliseconds. */
  void duration(MetricName name, Duration value, Dimensions dimensions);

  /** Hands over everything measured since the last flush. */
  void flush();
}
