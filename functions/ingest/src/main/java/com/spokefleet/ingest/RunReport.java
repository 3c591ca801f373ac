package com.spokefleet.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run of an org did.
 *
 * @param requests HTTP requests sent, sign-ins and retries included
 * @param resumeAt when asking on makes sense, where a spent rate limit ended the run
 */
public record RunReport(
    String org,
    String orgId,
    Instant startedAt,
    Instant finishedAt,
    Status status,
    long requests,
    Optional<Instant> resumeAt,
    List<DatasetReport> datasets) {

  /** How a run ended as a whole. */
  public enum Status {
    COMPLETED,
    INCOMPLETE,
    FAILED,
    /** Another run holds the org's lease; nothing was done. */
    BUSY
  }

  static Status statusOf(List<DatasetReport> datasets) {
    Status status = Status.COMPLETED;
    for (DatasetReport dataset : datasets) {
      switch (dataset.status()) {
        case FAILED -> {
          return Status.FAILED;
        }
        case INCOMPLETE -> status = Status.INCOMPLETE;
        case COMPLETED, NOT_DUE -> {}
      }
    }
    return status;
  }
}
