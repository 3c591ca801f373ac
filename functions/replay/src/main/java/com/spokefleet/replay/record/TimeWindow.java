package com.spokefleet.replay.record;

import java.time.Instant;
import java.util.Optional;

/** Which records are replayed, by when they arrived: from {@code since} to before {@code until}. */
public record TimeWindow(Optional<Instant> since, Optional<Instant> until) {
  public static final TimeWindow ALL = new TimeWindow(Optional.empty(), Optional.empty());

  /** A record without a known time is inside: to send too much does no harm, too little does. */
  public boolean contains(Optional<Instant> arrival) {
    return arrival.isEmpty()
        || !endsBefore(arrival.get()) && until.map(arrival.get()::isBefore).orElse(true);
  }

  /** Whether whatever happened up to this instant is too old. */
  public boolean endsBefore(Instant instant) {
    return since.map(instant::isBefore).orElse(false);
  }
}
