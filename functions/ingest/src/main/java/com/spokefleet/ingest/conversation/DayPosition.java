package com.spokefleet.ingest.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the reading of a whole start day has come.
 *
 * @param nextPage the page to ask for next, from 1
 * @param turnedAt empty while pages run from the day's first conversation on; once the API's paging
 *     cap was hit there, the latest start that was reached, and pages run from the day's last
 *     conversation back to it
 */
public record DayPosition(LocalDate day, int nextPage, Optional<Instant> turnedAt) {
  static DayPosition start(LocalDate day) {
    return new DayPosition(day, 1, Optional.empty());
  }

  DayPosition advanced() {
    return new DayPosition(day, nextPage + 1, turnedAt);
  }

  DayPosition turned(Instant latestStart) {
    return new DayPosition(day, 1, Optional.of(latestStart));
  }

  /**
   * Where to take up again in a later run: a page earlier, because rows may have moved up by then.
   */
  DayPosition resumed() {
    return new DayPosition(day, Math.max(1, nextPage - 1), turnedAt);
  }
}
