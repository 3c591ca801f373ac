package com.spokefleet.ingest.conversation;

import java.time.Duration;
import java.util.List;

/**
 * When and how closed days are re-read by job.
 *
 * @param overlapAfter days after a start day at whose beginning everything that was alive on that
 *     day is re-read once
 * @param startDayAfter days after a start day at whose beginning it is re-read whole, ascending
 * @param jobsAtOnce jobs of one org that wait or are read at a time; Genesys limits them, its value
 *     is not documented
 * @param resubmissions of a job that failed, before it is given up
 * @param firstPause before the first resubmission; each further one is four times as long
 * @param patience how long a submitting or asking call may wait for Genesys before the next run
 * @param stuckAfter a job that is neither done nor failed after that long counts as failed
 * @param period how often is looked for new work while no job is waited for
 * @param unsure conversations that ended so shortly before the availability date stay as ticks
 *     landed them: ticks have seen them later than the job has
 * @param landAfter conversations after which a landing is made
 */
public record SettlePlan(
    int overlapAfter,
    List<Integer> startDayAfter,
    int jobsAtOnce,
    int resubmissions,
    Duration firstPause,
    Duration patience,
    Duration stuckAfter,
    Duration period,
    Duration unsure,
    long landAfter) {
  private static final int PAUSE_GROWTH = 4;

  public SettlePlan {
    startDayAfter = List.copyOf(startDayAfter);
  }

  public static SettlePlan standard() {
    return new SettlePlan(
        1,
        List.of(3, 7, 30),
        3,
        3,
        Duration.ofMinutes(15),
        Duration.ofMinutes(1),
        Duration.ofHours(12),
        Duration.ofHours(1),
        Duration.ofHours(1),
        250_000);
  }

  /** Time to wait after so many failures in a row, from 1. */
  Duration pauseAfter(int failures) {
    Duration pause = firstPause;
    for (int more = 1; more < failures; more++) {
      pause = pause.multipliedBy(PAUSE_GROWTH);
    }
    return pause;
  }
}
