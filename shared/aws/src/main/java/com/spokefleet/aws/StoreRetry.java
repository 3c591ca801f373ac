package com.spokefleet.aws;

import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats a call to a store that was certainly not carried out ({@code RETRYABLE} or {@code
 * THROTTLED}), waiting a random time up to a doubling limit (full jitter) in between. A {@code
 * CONFLICT} or an {@code UNKNOWN_OUTCOME} goes straight to the caller, who must read before he
 * writes again.
 */
public final class StoreRetry {
  private final int attempts;
  private final Duration firstLimit;
  private final Duration lastLimit;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  public StoreRetry(
      int attempts,
      Duration firstLimit,
      Duration lastLimit,
      RandomGenerator random,
      Sleeper sleeper) {
    if (attempts < 1) {
      throw new IllegalArgumentException("Cannot make " + attempts + " attempts; at least one");
    }
    this.attempts = attempts;
    this.firstLimit = firstLimit;
    this.lastLimit = lastLimit;
    this.random = random;
    this.sleeper = sleeper;
  }

  /** Five attempts within at most some three seconds: a tick is short and runs again anyway. */
  public static StoreRetry standard(RandomGenerator random, Sleeper sleeper) {
    return new StoreRetry(5, Duration.ofMillis(200), Duration.ofSeconds(2), random, sleeper);
  }

  <T> T call(Supplier<T> operation) {
    Duration limit = firstLimit;
    for (int attempt = 1; ; attempt++) {
      try {
        return operation.get();
      } catch (StoreException failure) {
        if (attempt == attempts || !notCarriedOut(failure.kind())) {
          throw failure;
        }
        pause(limit, failure);
      }
      Duration doubled = limit.multipliedBy(2);
      limit = doubled.compareTo(lastLimit) < 0 ? doubled : lastLimit;
    }
  }

  private void pause(Duration limit, StoreException failure) {
    try {
      sleeper.sleep(upTo(limit));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(interrupted);
      throw failure;
    }
  }

  /** Stores are used by several threads, and few generators are made for that. */
  private synchronized Duration upTo(Duration limit) {
    return Duration.ofMillis(random.nextLong(limit.toMillis() + 1));
  }

  private static boolean notCarriedOut(FailureKind kind) {
    return switch (kind) {
      case RETRYABLE, THROTTLED -> true;
      case PERMANENT, BAD_DATA, DEADLINE, UNKNOWN_OUTCOME, CONFLICT -> false;
    };
  }
}
