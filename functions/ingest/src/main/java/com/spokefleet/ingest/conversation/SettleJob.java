package com.spokefleet.ingest.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * A submitted job, and how far its result is landed.
 *
 * @param filterHash the filter it was submitted under
 * @param knows up to when the job knows everything, as far as Genesys has said so
 * @param cursor of the next page; empty before the first landing
 * @param returned records of the work's own day landed so far
 * @param poison records of that day put aside so far
 */
record SettleJob(
    SettleWork work,
    String jobId,
    String filterHash,
    Instant submittedAt,
    Instant knows,
    Optional<String> cursor,
    long returned,
    long poison) {
  static SettleJob submitted(
      SettleWork work, String jobId, String filterHash, Instant now, Instant available) {
    return new SettleJob(work, jobId, filterHash, now, available, Optional.empty(), 0, 0);
  }

  /** After a landing that others follow. */
  SettleJob landedTo(Optional<String> nextCursor, long moreReturned, long morePoison) {
    return new SettleJob(
        work,
        jobId,
        filterHash,
        submittedAt,
        knows,
        nextCursor,
        returned + moreReturned,
        poison + morePoison);
  }

  /** Genesys has said, since it was submitted, that it knows no more than this. */
  SettleJob knowing(Instant upTo) {
    return upTo.isBefore(knows)
        ? new SettleJob(work, jobId, filterHash, submittedAt, upTo, cursor, returned, poison)
        : this;
  }
}
