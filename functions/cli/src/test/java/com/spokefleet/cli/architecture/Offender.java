package com.spokefleet.cli.architecture;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Breaks the rules on purpose, so that a test can see them work. */
final class Offender {
  private final Instant started = Instant.now();
  private final Supplier<Clock> clock = Clock::systemUTC;

  @Override
  public String toString() {
    System.out.println(System.getenv("HOME"));
    return clock.get() + " " + started + System.currentTimeMillis();
  }
}
