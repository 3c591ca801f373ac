package com.spokefleet.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * An org's life in three parts: what is there before, what a process does that may die at any time,
 * and what the processes after it do in peace, until the same instant whatever happened.
 */
interface CrashLife extends AutoCloseable {
  SmallFleet fleet();

  /** How often the outer world was asked for something that stays there, by submitting a job. */
  LongSupplier submitted();

  void live();

  void goOn();

  /** What a life without a death ends in is true; all others are held against it. */
  void assertTrue();

  @Override
  void close();

  /** The clock stands at the instant, which is ahead. */
  static void sleepUntil(SmallFleet fleet, Instant instant) {
    Duration ahead = Duration.between(fleet.clock().instant(), instant);
    if (ahead.isNegative()) {
      throw new AssertionError("Cannot go back to " + instant);
    }
    fleet.clock().advance(ahead);
  }

  /** Makes such a life, up to where its first part ends, in an empty folder. */
  interface Beginning {
    CrashLife in(Path folder);
  }
}
