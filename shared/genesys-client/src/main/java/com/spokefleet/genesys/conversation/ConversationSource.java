package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.job.JobStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Conversations of closed windows in bulk, from wherever Genesys keeps them. A reading is asked
 * for, becomes ready some time later, and is then read page by page; it may be given up by the
 * source at any time, and asking again costs nothing but time. Records come in no order; where one
 * comes more than once, the last is the newest.
 */
public interface ConversationSource {
  /** Asks for a reading; its id. Asking twice is harmless: a reading only reads. */
  String submit(DetailsJobRequest request, Deadline deadline);

  JobStatus status(String jobId, Deadline deadline);

  /**
   * One page of a reading that is ready; the first has no cursor, and only a page without one is
   * the last. A page may be short or empty.
   *
   * @throws RepeatedCursorException where the page leads to itself
   */
  DetailsJobPage results(String jobId, Optional<String> cursor, Deadline deadline);

  /** The reading is not wanted any more. */
  void cancel(String jobId, Deadline deadline);

  /**
   * The instant before which the source knows everything. What a reading asks for beyond it is
   * missing from its result without any sign. It can lag, stand still, and move back.
   */
  Instant availability(Deadline deadline);
}
