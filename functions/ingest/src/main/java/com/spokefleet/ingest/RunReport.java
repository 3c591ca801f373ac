package com.spokefleet.ingest;

import com.spokefleet.genesys.status.RegionState;
import com.spokefleet.genesys.status.RegionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run of an org did.
 *
 * @param requests HTTP requests sent, sign-ins and retries included
 * @param resumeAt when asking on makes sense, where a spent rate limit ended the run
 * @param region how the org's region was doing; empty where nobody is to look
 */
public record RunReport(
    String org,
    String orgId,
    Instant startedAt,
    Instant finishedAt,
    Status status,
    long requests,
    Optional<Instant> resumeAt,
    Optional<RegionStatus> region,
    List<DatasetReport> datasets) {

  /** How a run ended as a whole. */
  public enum Status {
    COMPLETED,
    INCOMPLETE,
    FAILED,
    /** Another run holds the org's lease; nothing was done. */
    BUSY
  }

  /** Whether the org's region was in maintenance, as far as is known. */
  boolean inMaintenance() {
    return region.filter(status -> status.state() == RegionState.MAINTENANCE).isPresent();
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
