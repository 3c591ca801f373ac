package com.spokefleet.genesys.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The instant by which work must be over, read on the clock it came with. Immutable. */
public record Deadline(Instant at, Clock clock) {
  public static Deadline after(Duration time, Clock clock) {
    return new Deadline(clock.instant().plus(time), clock);
  }

  /** Time left; zero, never negative, once the deadline is past. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The deadline by which this share of the time left, in whole milliseconds, is used up. */
  public Deadline afterShare(double share) {
    return after(Duration.ofMillis((long) (remaining().toMillis() * share)), clock);
  }

  public boolean isPast() {
    return !clock.instant().isBefore(at);
  }

  /** Whether time is left after waiting that long. */
  public boolean allows(Duration wait) {
    return wait.compareTo(remaining()) < 0;
  }
}
