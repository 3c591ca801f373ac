package com.spokefleet.ingest.audit;

import com.spokefleet.genesys.audit.AuditWindow;
import java.time.Duration;

/**
 * How an org's audits are read. A period costs three requests per service (submit, state, result)
 * and one for the list of services.
 *
 * @param period time between two queries of a service
 * @param settling how far behind now a query ends
 * @param overlap how far behind its progress a query begins, for audits that come late
 * @param longestWindow of one query
 * @param historyDays how many days back the first query goes
 * @param patience how long a query may stay under way before it counts as failed
 * @param attempts how often a query is submitted again at once after it failed
 * @param pause before the next attempt after these; doubles up to a day
 * @param landAfter audits read before they are landed
 * @param readingShare part of a run's time spent reading; the rest is for landing
 */
public record AuditPlan(
    Duration period,
    Duration settling,
    Duration overlap,
    Duration longestWindow,
    int historyDays,
    Duration patience,
    int attempts,
    Duration pause,
    int landAfter,
    double readingShare) {
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  public static AuditPlan standard(int historyDays) {
    return new AuditPlan(
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        Duration.ofHours(2),
        AuditWindow.LONGEST,
        historyDays,
        Duration.ofHours(6),
        3,
        Duration.ofHours(1),
        50_000,
        0.6);
  }

  /** The wait after that many failures in a row; none while attempts are left. */
  Duration pauseAfter(int failures) {
    if (failures < attempts) {
      return Duration.ZERO;
    }
    Duration grown = pause.multipliedBy(1L << Math.min(failures - attempts, 10));
    return grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
  }
}
