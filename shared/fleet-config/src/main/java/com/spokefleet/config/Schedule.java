package com.spokefleet.config;

import java.time.Duration;

/**
 * How often and how far an org is read.
 *
 * @param period time between two ticks
 * @param overlap how far behind its watermark a tick reads again
 * @param lookback how many start days a tick's query spans; at most 7, the API's limit
 * @param historyDays how many days back the first run goes
 * @param backfillPercent share of the org's request limit that a backfill may use
 */
public record Schedule(
    Duration period, Duration overlap, Duration lookback, int historyDays, int backfillPercent) {
  /**
   * Whether runs can be so far apart and still fall on the same minutes of every day: whole minutes
   * that divide the hour, or whole hours that divide the day.
   */
  public static boolean isPeriod(Duration period) {
    long minutes = period.toMinutes();
    return minutes > 0
        && period.equals(Duration.ofMinutes(minutes))
        && (60 % minutes == 0 || (minutes % 60 == 0 && 1440 % minutes == 0));
  }
}
