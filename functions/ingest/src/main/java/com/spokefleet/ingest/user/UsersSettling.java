package com.spokefleet.ingest.user;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which days have been read again by job, and which job is at work. Immutable. A day is read once
 * the availability date has passed its end, and once more three days after it; only the second
 * reading settles it.
 *
 * @param readings days that have been read by job, with how often; a settled day keeps {@link
 *     #LAST}
 * @param failures days whose job failed, with how often in a row
 * @param job the one at work
 * @param checkedAt when the availability date was last asked for
 */
record UsersSettling(
    NavigableMap<LocalDate, Integer> readings,
    NavigableMap<LocalDate, Integer> failures,
    Optional<Job> job,
    Instant checkedAt) {
  /** Readings after which a day is settled. */
  static final int LAST = 2;

  /** Failures in a row after which a day is left to a person. */
  static final int MOST_FAILURES = 3;

  static final Duration LATE = Duration.ofDays(3);

  static final UsersSettling NOTHING =
      new UsersSettling(new TreeMap<>(), new TreeMap<>(), Optional.empty(), Instant.EPOCH);

  UsersSettling {
    readings = Collections.unmodifiableNavigableMap(new TreeMap<>(readings));
    failures = Collections.unmodifiableNavigableMap(new TreeMap<>(failures));
  }

  /**
   * @param stage the reading this job is for
   */
  record Job(String id, LocalDate day, int stage) {}

  /** The reading a day should have had by now if jobs know everything up to the instant. */
  static int stageDue(LocalDate day, Instant available, Instant now) {
    Instant end = UsersProgress.startOf(day.plusDays(1));
    if (available.isBefore(end)) {
      return 0;
    }
    return now.isBefore(end.plus(LATE)) ? LAST - 1 : LAST;
  }

  /** The newest day that is due and has not failed too often. */
  Optional<LocalDate> next(LocalDate first, LocalDate today, Instant available, Instant now) {
    for (LocalDate day = today.minusDays(1); !day.isBefore(first); day = day.minusDays(1)) {
      if (readings.getOrDefault(day, 0) < stageDue(day, available, now)
          && failures.getOrDefault(day, 0) < MOST_FAILURES) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  UsersSettling checked(Instant at) {
    return new UsersSettling(readings, failures, job, at);
  }

  UsersSettling submitted(Job submitted) {
    return new UsersSettling(readings, failures, Optional.of(submitted), checkedAt);
  }

  UsersSettling read(Job done) {
    TreeMap<LocalDate, Integer> all = new TreeMap<>(readings);
    all.put(done.day(), done.stage());
    TreeMap<LocalDate, Integer> rest = new TreeMap<>(failures);
    rest.remove(done.day());
    return new UsersSettling(all, rest, Optional.empty(), checkedAt);
  }

  UsersSettling failed(Job lost) {
    TreeMap<LocalDate, Integer> all = new TreeMap<>(failures);
    all.merge(lost.day(), 1, Integer::sum);
    return new UsersSettling(readings, all, Optional.empty(), checkedAt);
  }

  /** The job's result cannot be used, and nobody failed: the day waits for another. */
  UsersSettling dropped() {
    return new UsersSettling(readings, failures, Optional.empty(), checkedAt);
  }
}
