package com.spokefleet.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One kind of data pulled from one org. A run does: fetch, normalise, merge, prove, move the
 * watermark, in this order; dying between any two of these and running again ends in the same lake.
 */
public interface Dataset {
  /** As in requests, reports and logs, such as {@code conversation-details}. */
  String name();

  /** Whether a scheduled run should include it now. */
  boolean isDue(Instant now);

  /**
   * The longest it may hold the org at a stretch, for work that can be stopped anywhere; empty
   * where a run may take all the function's time.
   */
  default Optional<Duration> longestRun() {
    return Optional.empty();
  }

  /**
   * Runs until everything owed is landed or the deadline nears; what is left is stored for the next
   * run. Failures that concern only this dataset come back in the report; a lost lease is thrown.
   */
  DatasetReport run(DatasetRun run);
}
