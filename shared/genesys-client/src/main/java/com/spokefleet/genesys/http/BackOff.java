package com.spokefleet.genesys.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter: a uniform wait between zero and the current ceiling. */
final class BackOff {
  private static final int LARGEST_SHIFT = 20;

  private final Duration base;
  private final Duration cap;
  private final RandomGenerator random;

  BackOff(Duration base, Duration cap, RandomGenerator random) {
    this.base = base;
    this.cap = cap;
    this.random = random;
  }

  /** The wait after the given attempt, the first being 1. */
  Duration after(int attempt) {
    long ceiling = ceiling(attempt).toMillis();
    return Duration.ofMillis(random.nextLong(ceiling + 1));
  }

  Duration ceiling(int attempt) {
    Duration doubled = base.multipliedBy(1L << Math.min(attempt - 1, LARGEST_SHIFT));
    return doubled.compareTo(cap) < 0 ? doubled : cap;
  }
}
