package com.spokefleet.ingest.conversation;

import com.spokefleet.config.Schedule;
import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.PagingLimitException;
import java.time.Duration;

/**
 * How conversations are read and landed.
 *
 * @param settling the newest stretch of time that is left alone, because the API is still taking it
 *     in
 * @param overlap how far behind the last run's end is read once more
 * @param lookback how far back the query selects start days; the API allows 7 days
 * @param historyDays start days the first run goes back
 * @param pageSize records per request; 100 is the largest size known to be accepted
 * @param maximumResults how far one query can be paged; the API allows 100,000
 * @param readingShare part of a run's time spent reading; the rest is for landing what was read
 * @param landAfter conversations after which a run lands what it has and goes on
 * @param memoryBytes rows kept in memory before they go to scratch files
 */
public record ReadPlan(
    Duration settling,
    Duration overlap,
    Duration lookback,
    int historyDays,
    int pageSize,
    int maximumResults,
    double readingShare,
    long landAfter,
    long memoryBytes) {
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final double READING_SHARE = 0.6;
  private static final long LAND_AFTER = 50_000;
  private static final long MEMORY_BYTES = 32L << 20;

  public static ReadPlan of(Schedule schedule) {
    return new ReadPlan(
        SETTLING,
        schedule.overlap(),
        schedule.lookback(),
        schedule.historyDays(),
        ConversationDetailsQuery.DEFAULT_PAGE_SIZE,
        PagingLimitException.MAXIMUM_RESULTS,
        READING_SHARE,
        LAND_AFTER,
        MEMORY_BYTES);
  }

  /** Conversations of one start day that paging from both of its ends can reach. */
  long reachablePerDay() {
    return 2L * maximumResults;
  }
}
