package com.spokefleet.aws;

import java.time.Duration;

/** Waits between two attempts; tests give one that only takes notes. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;

  /** The one that really waits. */
  static Sleeper real() {
    return Thread::sleep;
  }
}
