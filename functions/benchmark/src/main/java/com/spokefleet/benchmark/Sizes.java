package com.spokefleet.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param conversationsPerDay volumes for which the API cost is counted
 * @param ticks steady ticks counted for each of them
 * @param conversations number decoded and written for the throughput
 * @param alternations how often both programs of the throughput are started in turn
 * @param rounds how often each repeats the work in one process
 * @param warmUp rounds at the start of a process that do not count as steady
 * @param days sizes of the day for which the heap is measured, rising
 * @param backfillOrgs orgs that are backfilled at once
 * @param backfillDays days of each of them
 */
public record Sizes(
    List<Integer> conversationsPerDay,
    int ticks,
    int conversations,
    int alternations,
    int rounds,
    int warmUp,
    List<Integer> days,
    int backfillOrgs,
    int backfillDays) {
  /**
   * A page less than the 200,000 that paging a day from both ends can reach: of exactly 200,000 the
   * reader cannot know that its two ends met, and says so.
   */
  private static final int LARGEST_DAY = 199_900;

  /** Scale 1 is the full measurement. */
  public static Sizes of(double scale) {
    if (!(scale > 0 && scale <= 1)) {
      throw new IllegalArgumentException(
          "Cannot measure at scale " + scale + ": it must be in (0, 1]");
    }
    boolean full = scale == 1;
    return new Sizes(
        scaled(scale, 1_000, 10_000, 100_000),
        12,
        scaled(scale, 20_000).getFirst(),
        full ? 3 : 1,
        full ? 9 : 1,
        full ? 4 : 0,
        scaled(scale, 50_000, LARGEST_DAY),
        Math.max(2, (int) (10 * scale)),
        Math.max(10, (int) (30 * scale)));
  }

  private static List<Integer> scaled(double scale, Integer... sizes) {
    return Stream.of(sizes).map(size -> Math.max(300, (int) (size * scale))).distinct().toList();
  }
}
