package com.spokefleet.cli.demo;

import com.spokefleet.cli.ingest.IngestResult;
import java.util.Optional;

/**
 * How one round went for one org.
 *
 * @param result empty when the function could not even run
 * @param problem what went wrong, or empty
 */
record OrgRun(DemoOrg org, Optional<IngestResult> result, String problem) {
  boolean isComplete() {
    return result.map(run -> run.status() == IngestResult.Status.COMPLETED).orElse(false);
  }
}
