package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.predicate.FieldValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When an event happened, as far as it can be believed. */
final class EventMoments {
  /** Clocks that are wrong by more tell nothing. */
  static final Duration FUTURE = Duration.ofHours(1);

  private EventMoments() {}

  /** The event's own time; when it arrived, if it tells none or one that is yet to come. */
  static Instant of(FieldValues event, Instant arrivedAt) {
    List<String> times = event.of("event_time");
    if (times.isEmpty()) {
      return arrivedAt;
    }
    try {
      Instant time = Instant.parse(times.getFirst());
      return time.isAfter(arrivedAt.plus(FUTURE)) ? arrivedAt : time;
    } catch (DateTimeException malformed) {
      return arrivedAt;
    }
  }
}
