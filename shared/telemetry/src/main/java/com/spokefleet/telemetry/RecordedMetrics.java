package com.spokefleet.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Metrics kept in memory, for tests and the local demo. */
public final class RecordedMetrics implements Metrics {
  /** One call: what was measured, in the metric's own unit. */
  public record Measurement(MetricName name, double value, Dimensions dimensions) {}

  private final List<Measurement> measurements = new ArrayList<>();

  @Override
  public void count(MetricName name, long value, Dimensions dimensions) {
    record(name, value, dimensions);
  }

  @Override
  public void gauge(MetricName name, double value, Dimensions dimensions) {
    record(name, value, dimensions);
  }

  @Override
  public void duration(MetricName name, Duration value, Dimensions dimensions) {
    record(name, value.toMillis(), dimensions);
  }

  @Override
  public void flush() {
    // Everything is already where it belongs.
  }

  /** All calls so far, in order. */
  public synchronized List<Measurement> measurements() {
    return List.copyOf(measurements);
  }

  /** Sum over all calls whose dimensions contain the given ones; zero if there was none. */
  public synchronized long sum(MetricName name, Dimensions filter) {
    return Math.round(
        measurements.stream()
            .filter(measurement -> matches(measurement, name, filter))
            .mapToDouble(Measurement::value)
            .sum());
  }

  /** Value of the latest call whose dimensions contain the given ones. */
  public synchronized OptionalDouble latest(MetricName name, Dimensions filter) {
    for (Measurement measurement : measurements.reversed()) {
      if (matches(measurement, name, filter)) {
        return OptionalDouble.of(measurement.value());
      }
    }
    return OptionalDouble.empty();
  }

  private synchronized void record(MetricName name, double value, Dimensions dimensions) {
    name.requireDimensions(dimensions);
    measurements.add(new Measurement(name, value, dimensions));
  }

  private static boolean matches(Measurement measurement, MetricName name, Dimensions filter) {
    Map<Dimension, String> values = measurement.dimensions().values();
    return measurement.name() == name && values.entrySet().containsAll(filter.values().entrySet());
  }
}
