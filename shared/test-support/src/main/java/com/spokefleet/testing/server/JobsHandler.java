package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.JobService;
import com.spokefleet.testing.render.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers the calls around asynchronous details jobs and their availability date. A job finds what
 * was available when it was submitted, as it was then; what is asked for beyond is missing from its
 * result without any sign, as with the real API.
 */
final class JobsHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration STUCK = Duration.ofDays(1);
  private static final long MOVED_BACK_MILLIS = Duration.ofHours(36).toMillis();

  private final OrgContext org;
  private final JobService service;
  private final Supplier<Records> records;
  private final DetailsQueryParser parser = new DetailsQueryParser();
  private final JobResults results;
  private final Map<String, DetailsJob> jobs = new LinkedHashMap<>();

  JobsHandler(OrgContext org, JobService service, Supplier<Records> records) {
    this.org = org;
    this.service = service;
    this.records = records;
    this.results = new JobResults(org, service);
  }

  @Override
  public synchronized Reply handle(ApiCall call) throws IOException {
    if (call.endpoint() == Endpoint.JOBS_AVAILABILITY) {
      return availability(call);
    }
    if (call.endpoint() == Endpoint.DETAILS_JOBS) {
      return submit(call);
    }
    DetailsJob job = jobs.get(call.ids().getFirst());
    if (job == null) {
      return ErrorReplies.notFound(call.endpoint().path());
    }
    return switch (call.endpoint()) {
      case DETAILS_JOB -> Reply.json(200, status(job).toString());
      case DETAILS_JOB_CANCEL -> cancel(job);
      case DETAILS_JOB_RESULTS -> results.page(job, call);
      default -> throw new IllegalArgumentException("Cannot answer " + call.endpoint());
    };
  }

  private Reply availability(ApiCall call) {
    long date = service.availability(org.visibleUntil());
    if (call.fault().equals(Optional.of(FaultKind.AVAILABILITY_MOVED_BACK))) {
      org.faults().happened(FaultKind.AVAILABILITY_MOVED_BACK);
      date -= MOVED_BACK_MILLIS;
    }
    ObjectNode body = JSON.createObjectNode();
    body.put("dataAvailabilityDate", Timestamps.text(date));
    return Reply.json(200, body.toString());
  }

  private Reply submit(ApiCall call) {
    DetailsJobQuery query;
    try {
      query = parser.parseJob(call.body());
    } catch (BadQueryException bad) {
      return bad.reply();
    }
    long now = org.clock().millis();
    if (jobs.values().stream().filter(job -> job.isAtWork(now)).count() >= service.atOnce()) {
      org.faults().happened(FaultKind.JOB_LIMIT);
      return ErrorReplies.tooManyJobs(service.atOnce());
    }
    long asOf = service.availability(org.visibleUntil());
    if (query.to() > asOf) {
      org.faults().happened(FaultKind.JOB_PARTIAL);
    }
    call.fault()
        .filter(kind -> kind.scope() == FaultKind.Scope.JOB_SUBMISSION)
        .ifPresent(kind -> org.faults().happened(kind));
    DetailsJob job = job(query, asOf, now, call.fault());
    jobs.put(job.id(), job);
    return Reply.json(202, JSON.createObjectNode().put("jobId", job.id()).toString());
  }

  private DetailsJob job(DetailsJobQuery query, long asOf, long now, Optional<FaultKind> fault) {
    boolean stuck = fault.equals(Optional.of(FaultKind.JOB_STUCK));
    long started = now + service.queued().toMillis();
    long completed = started + (stuck ? STUCK : service.working()).toMillis();
    Records found = records.get();
    return new DetailsJob(
        new UUID(org.settings().seed() << 16 | 0x4000, Long.MIN_VALUE | jobs.size()).toString(),
        found,
        new JobSearch(found).find(query, asOf),
        asOf,
        now,
        started,
        completed,
        completed + service.resultsLast().toMillis(),
        fault,
        false);
  }

  private ObjectNode status(DetailsJob job) {
    long now = org.clock().millis();
    DetailsJob.State state = job.state(now);
    ObjectNode body = JSON.createObjectNode();
    body.put("state", state.name()).put("submissionDate", Timestamps.text(job.submittedAt()));
    if (state == DetailsJob.State.FAILED) {
      body.put("errorMessage", "The job failed.");
    }
    if (!job.isAtWork(now)) {
      body.put("completionDate", Timestamps.text(job.completedAt()));
      body.put("expirationDate", Timestamps.text(job.expiresAt()));
    }
    return body;
  }

  private Reply cancel(DetailsJob job) {
    jobs.put(job.id(), job.cancel());
    return Reply.json(202, new byte[0]);
  }
}
