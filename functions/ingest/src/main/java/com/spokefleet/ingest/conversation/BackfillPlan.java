package com.spokefleet.ingest.conversation;

import java.time.Duration;
import java.util.List;

/**
 * How a backfill is cut and paced.
 *
 * @param unit the longest it holds the org at a stretch; runs that come meanwhile wait for that
 *     long
 * @param reading part of a unit spent on reading; the rest is for landing
 * @param jobs how days are re-read
 */
public record BackfillPlan(Duration unit, double reading, SettlePlan jobs) {
  /**
   * Waits for the rate limit that are longer end the unit, so that nobody is kept waiting by
   * somebody who waits.
   */
  public static final Duration LONGEST_PACING = Duration.ofSeconds(3);

  private static final int JOBS_AT_ONCE = 5;

  /**
   * One job per start day: far under every limit of an interval, and its result is the whole truth
   * about that day. Several jobs at once, so that one is ready while others are being prepared.
   */
  public static BackfillPlan standard() {
    SettlePlan jobs =
        new SettlePlan(
            1,
            List.of(),
            JOBS_AT_ONCE,
            3,
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            Duration.ofHours(12),
            Duration.ZERO,
            Duration.ofHours(1),
            50_000);
    return new BackfillPlan(Duration.ofMinutes(1), 0.6, jobs);
  }
}
