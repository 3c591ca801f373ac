package com.spokefleet.testing.traffic;

/** A metric as a session emits it; the instant is epoch milliseconds. */
public record GeneratedMetric(String name, long value, long emitted) {
  GeneratedMetric plus(long more) {
    return new GeneratedMetric(name, value + more, emitted);
  }
}
