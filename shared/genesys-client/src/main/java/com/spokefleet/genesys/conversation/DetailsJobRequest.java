package com.spokefleet.genesys.conversation;

import com.spokefleet.config.QueryFilter;
import java.time.Instant;

/**
 * What a job for conversation details covers: ended conversations that the filter admits.
 *
 * @param to exclusive
 */
public record DetailsJobRequest(
    Instant from, Instant to, JobMatching matching, QueryFilter filter) {
  public DetailsJobRequest {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Cannot ask a job for " + from + " to " + to);
    }
  }
}
