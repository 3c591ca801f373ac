package com.spokefleet.ingest.aggregate;

import com.spokefleet.config.Residency;
import java.time.Duration;
import java.util.List;

/**
 * How aggregates are read. Figures are emitted late (after-call work, conversations that re-open),
 * so what was read is read again: a little with every run, today every hour, closed days twice.
 *
 * @param settling the newest stretch of time whose figures may still be on their way
 * @param overlap how far behind the last run's end is read once more
 * @param dayPeriod how often today is read whole
 * @param rereadAfterDays how many days after it a closed day is read again, once each
 * @param rereadHour hour of that day, UTC, from which it is
 * @param longestOutage after a longer one, missed days are read whole
 * @param historyDays days the first run goes back
 * @param readingShare part of a run's remaining time this dataset takes; what is left over is for
 *     the datasets behind it
 */
record AggregatePlan(
    Duration settling,
    Duration overlap,
    Duration dayPeriod,
    List<Integer> rereadAfterDays,
    int rereadHour,
    Duration longestOutage,
    int historyDays,
    double readingShare) {

  static AggregatePlan of(int historyDays, Residency residency) {
    return new AggregatePlan(
        Duration.ofMinutes(1),
        Duration.ofHours(2),
        Duration.ofHours(1),
        List.of(1, 3),
        12,
        Duration.ofHours(6),
        historyDays,
        switch (residency) {
          case FULL -> 0.6;
          case METRICS_ONLY -> 0.9;
        });
  }
}
