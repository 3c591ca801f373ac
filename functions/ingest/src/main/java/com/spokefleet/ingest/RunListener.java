package com.spokefleet.ingest;

import com.spokefleet.genesys.http.Deadline;

/**
 * Accompanies every run of an org under its lease, whatever the run does. It is never the reason
 * why a run fails.
 */
public interface RunListener {
  /** One that does nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void begins() {}

        @Override
        public void ends(String runId, Deadline deadline) {}
      };

  /** The lease is held and nothing is landed yet. */
  void begins();

  /** All that this run lands is landed, and the lease still held. */
  void ends(String runId, Deadline deadline);
}
