package com.spokefleet.replay.delivery;

import com.spokefleet.aws.Sleeper;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits before another attempt: a doubling time, from half of it to all of it at random. */
public final class Retry {
  private final int attempts;
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  public Retry(
      int attempts, Duration first, Duration longest, RandomGenerator random, Sleeper sleeper) {
    this.attempts = attempts;
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.sleeper = sleeper;
  }

  /** Seven attempts within about a minute, for a person who waits. */
  public static Retry patient(RandomGenerator random, Sleeper sleeper) {
    return new Retry(7, Duration.ofSeconds(1), Duration.ofSeconds(30), random, sleeper);
  }

  /** Four attempts within some seconds, for a function that is called again anyway. */
  public static Retry brief(RandomGenerator random, Sleeper sleeper) {
    return new Retry(4, Duration.ofMillis(300), Duration.ofSeconds(3), random, sleeper);
  }

  /** Waits after this attempt, the first being 1; false at once if it was the last. */
  boolean pauseAfter(int attempt) {
    if (attempt >= attempts) {
      return false;
    }
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    long most = Math.min(doubled.toMillis(), longest.toMillis());
    return sleep(Duration.ofMillis(most - random.nextLong(most / 2 + 1)));
  }

  /** False if this thread is to end. */
  boolean sleep(Duration time) {
    try {
      sleeper.sleep(time);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
