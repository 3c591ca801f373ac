package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.job.AnalyticsJobs;
import com.spokefleet.genesys.job.JobStatus;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /api/v2/analytics/conversations/details/jobs}: conversations in bulk, as old as the
 * availability date. Records carry the attributes of participants, which the synchronous query does
 * not have. Needs the permission {@code analytics:conversationDetail:view}. Thread-safe.
 */
public final class ConversationDetailsJobs implements ConversationSource {
  /** Known to be accepted for other jobs; for conversations it is not documented. */
  public static final int DEFAULT_PAGE_SIZE = 1_000;

  private static final String PATH = "/api/v2/analytics/conversations/details/jobs";
  private static final int ATTEMPTS_AT_A_PAGE = 3;

  private final AnalyticsJobs jobs;
  private final int pageSize;
  private final DetailsPageDecoder decoder;

  /**
   * @param attributes names of the participant attributes to be read; no other is ever held
   */
  public ConversationDetailsJobs(GenesysHttp http, String orgName, Set<String> attributes) {
    this(http, orgName, attributes, DEFAULT_PAGE_SIZE);
  }

  public ConversationDetailsJobs(
      GenesysHttp http, String orgName, Set<String> attributes, int pageSize) {
    this.decoder = new DetailsPageDecoder(attributes);
    this.jobs = new AnalyticsJobs(http, PATH, "conversation details of " + orgName);
    this.pageSize = pageSize;
  }

  /**
   * The new job's id. Where the answer is lost nobody knows whether there is a job; submitting
   * again is harmless, see {@link AnalyticsJobs}.
   */
  @Override
  public String submit(DetailsJobRequest request, Deadline deadline) {
    String what = "window %s/%s (%s)".formatted(request.from(), request.to(), request.matching());
    return jobs.submit(DetailsJobBody.of(request), what, deadline);
  }

  @Override
  public JobStatus status(String jobId, Deadline deadline) {
    return jobs.status(jobId, deadline);
  }

  /**
   * One page of a fulfilled job; the first has no cursor.
   *
   * @throws RepeatedCursorException where the page leads to itself
   */
  @Override
  public DetailsJobPage results(String jobId, Optional<String> cursor, Deadline deadline) {
    String purpose = jobs.pageOf(jobId, cursor);
    for (int attempt = 1; ; attempt++) {
      byte[] body = jobs.results(jobId, cursor, pageSize, purpose, deadline);
      try {
        DetailsJobPage page =
            attempt < ATTEMPTS_AT_A_PAGE
                ? decoder.decodeJobPageStrictly(body)
                : decoder.decodeJobPage(body);
        if (page.cursor().isEmpty() || !page.cursor().equals(cursor)) {
          return page;
        }
        if (attempt == ATTEMPTS_AT_A_PAGE) {
          throw new RepeatedCursorException(purpose);
        }
      } catch (MalformedPageException malformed) {
        if (attempt == ATTEMPTS_AT_A_PAGE) {
          throw GenesysException.of(
              FailureKind.BAD_DATA,
              "Cannot get %s: %s, %d times".formatted(purpose, malformed.getMessage(), attempt),
              malformed);
        }
      }
    }
  }

  /** Gives the job's place back; its result is gone. */
  @Override
  public void cancel(String jobId, Deadline deadline) {
    jobs.cancel(jobId, deadline);
  }

  /** Up to when jobs know everything; see {@link AnalyticsJobs#availability}. */
  @Override
  public Instant availability(Deadline deadline) {
    return jobs.availability(deadline);
  }
}
