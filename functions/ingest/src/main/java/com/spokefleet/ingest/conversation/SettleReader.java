package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.conversation.DetailsJobPage;
import com.spokefleet.genesys.conversation.RepeatedCursorException;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the pages of one job into buffers, from where the last landing left off. */
final class SettleReader {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final ConversationSource source;
  private final SettleJob job;
  private final Set<String> seen = new HashSet<>();
  private Optional<String> cursor;
  private Instant knows;

  SettleReader(ConversationSource source, SettleJob job) {
    this.source = source;
    this.job = job;
    this.cursor = job.cursor();
    this.knows = job.knows();
  }

  /** Why reading stopped. */
  sealed interface Stop {
    /** The last page was read. */
    record End() implements Stop {}

    /** The buffer is full. */
    record Full() implements Stop {}

    /** The run has no time or no requests left, or Genesys does not answer; the job is as good. */
    record Pause(Optional<SpokefleetException> why) implements Stop {}

    /** Nothing more can be had of this job. */
    record Broken(String reason) implements Stop {}
  }

  /** Reads until the buffer has so many conversations, or until something stops it. */
  Stop fill(ConversationBuffer buffer, long conversations, Deadline deadline) {
    while (buffer.conversations() < conversations) {
      if (deadline.isPast()) {
        return new Stop.Pause(Optional.empty());
      }
      try {
        DetailsJobPage page = source.results(job.jobId(), cursor, deadline);
        buffer.add(page.details());
        page.dataAvailabilityDate()
            .filter(date -> date.isBefore(knows))
            .ifPresent(date -> knows = date);
        if (page.cursor().isEmpty()) {
          return new Stop.End();
        }
        if (!seen.add(page.cursor().get())) {
          throw new RepeatedCursorException("the results of job " + job.jobId());
        }
        cursor = page.cursor();
      } catch (SpokefleetException failure) {
        return stopped(failure);
      }
    }
    return new Stop.Full();
  }

  private static Stop stopped(SpokefleetException failure) {
    return switch (failure.kind()) {
      case THROTTLED, DEADLINE, RETRYABLE -> new Stop.Pause(Optional.of(failure));
      case BAD_DATA -> new Stop.Broken(String.valueOf(failure.getMessage()));
      case PERMANENT -> {
        if (isRefused(failure)) {
          yield new Stop.Broken(String.valueOf(failure.getMessage()));
        }
        yield new Stop.Pause(Optional.of(failure));
      }
      case UNKNOWN_OUTCOME, CONFLICT -> throw failure;
    };
  }

  /**
   * Whether Genesys refuses this very job: its results are gone, or the cursor means nothing any
   * more. A missing permission is another matter.
   */
  static boolean isRefused(SpokefleetException failure) {
    if (!(failure instanceof GenesysException refused) || failure.kind() != FailureKind.PERMANENT) {
      return false;
    }
    int status = refused.status().orElse(0);
    boolean ofTheClient = status == 401 || status == 403;
    return status >= CLIENT_ERROR && status < SERVER_ERROR && !ofTheClient;
  }

  /** The cursor of the page to be read next. */
  Optional<String> cursor() {
    return cursor;
  }

  /** Up to when the job knows everything, as far as its pages have said so. */
  Instant knows() {
    return knows;
  }
}
