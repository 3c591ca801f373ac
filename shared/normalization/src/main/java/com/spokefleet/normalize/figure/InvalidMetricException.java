package com.spokefleet.normalize.figure;

/** A metric value that cannot be true and would spoil every sum it entered. */
public final class InvalidMetricException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidMetricException(String metric, long value) {
    super("metric " + metric + " has the impossible value " + value);
  }
}
