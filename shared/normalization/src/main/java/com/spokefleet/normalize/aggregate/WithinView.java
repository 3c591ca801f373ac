package com.spokefleet.normalize.aggregate;

/**
 * A question to the aggregates: how many values of a timer are at most so long. Genesys excludes
 * the upper bound of a range and its values are whole milliseconds, so "within 30 s" is below
 * 30,001 ms.
 *
 * @param name unlike that of any metric
 */
public record WithinView(String name, AggregateMetric target, long withinMs) {
  public static WithinView of(AggregateMetric target, long withinMs) {
    return new WithinView(target.apiName() + "Within" + withinMs + "ms", target, withinMs);
  }

  /** The bound to ask with, which is excluded. */
  public long below() {
    return withinMs + 1;
  }
}
