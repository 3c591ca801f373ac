package com.spokefleet.testing.stream.bus;

import java.time.Duration;

/**
 * How long a bus tries to deliver an event to a target.
 *
 * @param attempts retries after the first attempt, 0 to 185
 * @param age how old an event may become, a minute to a day
 */
public record RetryPolicy(int attempts, Duration age) {
  /** What a target has that says nothing. */
  public static final RetryPolicy USUAL = new RetryPolicy(185, Duration.ofHours(24));

  public RetryPolicy {
    if (attempts < 0 || attempts > 185) {
      throw new IllegalArgumentException("Cannot retry %d times: 0 to 185".formatted(attempts));
    }
    if (age.compareTo(Duration.ofMinutes(1)) < 0 || age.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "Cannot let events be %s old: 1 min to 24 h".formatted(age));
    }
  }
}
