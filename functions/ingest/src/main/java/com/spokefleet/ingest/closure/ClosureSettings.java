package com.spokefleet.ingest.closure;

import java.time.Duration;

/**
 * How end events are followed.
 *
 * @param giveUpAfter an event older than this is not waited for any longer: ticks and settling read
 *     the conversation anyway
 * @param rateShare part of the org's request limit that may be spent on reading by id
 * @param idsPerRequest conversations asked for at once; Genesys documents no limit, and answers
 *     about several carry less than answers about one
 * @param readingShare part of an invocation's time spent reading; the rest is for landing
 */
public record ClosureSettings(
    Duration giveUpAfter, double rateShare, int idsPerRequest, double readingShare) {
  public static ClosureSettings defaults() {
    return new ClosureSettings(Duration.ofMinutes(2), 0.4, 1, 0.6);
  }
}
