package com.spokefleet.lake.proof;

/**
 * Events on queues, each counted on the UTC day it was emitted: the one way in which interactions
 * and aggregates count alike, for aggregates know nothing of the day a conversation began.
 *
 * @param offered times a queue was entered (nOffered)
 * @param answered times an agent answered (tAnswered)
 * @param abandoned times a customer left while waiting (tAbandon)
 */
public record EmittedCounts(long offered, long answered, long abandoned) {
  public static final EmittedCounts NOTHING = new EmittedCounts(0, 0, 0);

  public EmittedCounts plus(EmittedCounts other) {
    return new EmittedCounts(
        offered + other.offered, answered + other.answered, abandoned + other.abandoned);
  }

  public long total() {
    return offered + answered + abandoned;
  }

  /** How many events would have to be added or taken away to make both equal. */
  public long distance(EmittedCounts other) {
    return Math.abs(offered - other.offered)
        + Math.abs(answered - other.answered)
        + Math.abs(abandoned - other.abandoned);
  }
}
