package com.spokefleet.genesys.user;

import com.spokefleet.genesys.conversation.RepeatedCursorException;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.job.AnalyticsJobs;
import com.spokefleet.genesys.job.JobStatus;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code /api/v2/analytics/users/details/jobs}: statuses in bulk, as old as the availability date.
 * Pages hold ten times as much as the query's, there is no cap on them, and the date tells that a
 * day is complete. Needs the permission {@code analytics:userDetail:view}. Thread-safe.
 */
public final class UserDetailsJobs {
  /** Seen to be accepted by published clients. */
  public static final int PAGE_SIZE = 1_000;

  private static final String PATH = "/api/v2/analytics/users/details/jobs";
  private static final int ATTEMPTS_AT_A_PAGE = 3;

  private final AnalyticsJobs jobs;
  private final String filterMembers;
  private final UserDetailsPageDecoder decoder = new UserDetailsPageDecoder();

  /**
   * @param filterMembers the filters as members of a JSON object, without its braces; empty for
   *     none
   */
  public UserDetailsJobs(GenesysHttp http, String orgName, String filterMembers) {
    this.jobs = new AnalyticsJobs(http, PATH, "users details of " + orgName);
    this.filterMembers = filterMembers;
  }

  /** The new job's id; submitting twice is harmless, see {@link AnalyticsJobs}. */
  public String submit(UserDetailsWindow window, Deadline deadline) {
    return jobs.submit(
        UserDetailsQueryBody.job(window, filterMembers),
        "window %s/%s".formatted(window.from(), window.to()),
        deadline);
  }

  public JobStatus status(String jobId, Deadline deadline) {
    return jobs.status(jobId, deadline);
  }

  /**
   * One page of a fulfilled job; the first has no cursor, the last tells none.
   *
   * @throws RepeatedCursorException where the page leads to itself
   */
  public UserDetailsPage results(String jobId, Optional<String> cursor, Deadline deadline) {
    String purpose = jobs.pageOf(jobId, cursor);
    for (int attempt = 1; ; attempt++) {
      byte[] body = jobs.results(jobId, cursor, PAGE_SIZE, purpose, deadline);
      try {
        UserDetailsPage page =
            attempt < ATTEMPTS_AT_A_PAGE ? decoder.decodeStrictly(body) : decoder.decode(body);
        if (page.cursor().isPresent() && page.cursor().equals(cursor)) {
          throw new RepeatedCursorException(purpose);
        }
        return page;
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

  /** Up to when jobs know everything; see {@link AnalyticsJobs#availability}. */
  public Instant availability(Deadline deadline) {
    return jobs.availability(deadline);
  }
}
