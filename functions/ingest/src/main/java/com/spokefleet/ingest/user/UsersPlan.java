package com.spokefleet.ingest.user;

import com.spokefleet.config.Schedule;
import com.spokefleet.genesys.conversation.PagingLimitException;
import com.spokefleet.genesys.user.UserDetailsQuery;
import java.time.Duration;

/**
 * How statuses of users are read and landed.
 *
 * @param period time between two readings of the current day, which is read whole each time
 * @param settling the newest stretch of time that is left alone, because the API is still taking it
 *     in
 * @param overlap how far behind the last reading's end a day counts as still changing
 * @param historyDays days the first run goes back
 * @param pageSize statuses per request
 * @param maximumResults how far one query can be paged
 * @param readingShare part of a run's time spent reading; the rest is for landing what was read
 * @param landAfter statuses after which a reading lands what it has and goes on
 */
public record UsersPlan(
    Duration period,
    Duration settling,
    Duration overlap,
    int historyDays,
    int pageSize,
    int maximumResults,
    double readingShare,
    int landAfter) {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final double READING_SHARE = 0.6;
  private static final int LAND_AFTER = 200_000;

  public static UsersPlan of(Schedule schedule) {
    return new UsersPlan(
        PERIOD,
        SETTLING,
        schedule.overlap(),
        schedule.historyDays(),
        UserDetailsQuery.DEFAULT_PAGE_SIZE,
        PagingLimitException.MAXIMUM_RESULTS,
        READING_SHARE,
        LAND_AFTER);
  }
}
