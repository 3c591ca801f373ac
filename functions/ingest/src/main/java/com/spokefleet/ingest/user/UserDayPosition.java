package com.spokefleet.ingest.user;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the reading of a day has come.
 *
 * @param nextPage the page to ask for next, from 1
 * @param turnedAt empty while pages run from the day's first status on; once the API's paging cap
 *     was hit there, the latest start that was reached, and pages run from the last status back
 * @param begunAt up to when the first page knew the day
 */
record UserDayPosition(LocalDate day, int nextPage, Optional<Instant> turnedAt, Instant begunAt) {

  static UserDayPosition start(LocalDate day, Instant upTo) {
    return new UserDayPosition(day, 1, Optional.empty(), upTo);
  }

  /** Nothing of the day was read before this reading. */
  boolean isStart() {
    return nextPage == 1 && turnedAt.isEmpty();
  }

  UserDayPosition advanced() {
    return new UserDayPosition(day, nextPage + 1, turnedAt, begunAt);
  }

  UserDayPosition turned(Instant latestStart) {
    return new UserDayPosition(day, 1, Optional.of(latestStart), begunAt);
  }

  /**
   * Where to take up again in a later run: a page earlier, because rows may have moved up by then.
   */
  UserDayPosition resumed() {
    return new UserDayPosition(day, Math.max(1, nextPage - 1), turnedAt, begunAt);
  }
}
