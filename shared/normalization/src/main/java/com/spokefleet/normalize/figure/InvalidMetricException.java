package com.spokefleet.normalize.figure;

/** A metric value that cannot be true and would spoil every sum it entered. */
public final class InvalidMetricException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String metric;
  private final long value;

  InvalidMetricException(String metric, long value) {
    super("metric " + metric + " has the value " + value);
    this.metric = metric;
    this.value = value;
  }

  /** Which metric, and what is wrong with it, to be put into a sentence. */
  public String reason() {
    return "its metric " + metric + " has the impossible value " + value;
  }
}
