package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.JobService;
import com.spokefleet.testing.render.Timestamps;
import com.spokefleet.testing.render.UserDetailsJson;
import com.spokefleet.testing.server.StoredStatuses.Stored;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Answers the calls around users details jobs. A job finds what was available when it was
 * submitted, in no order; what is asked for beyond is missing without any sign.
 */
final class UsersJobsHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEFAULT_PAGE_SIZE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final OrgContext org;
  private final JobService service;
  private final StoredStatuses stored;
  private final UsersDetailsQueryParser parser = new UsersDetailsQueryParser();
  private final JsonFactory json = new JsonFactory();
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  UsersJobsHandler(OrgContext org, JobService service, StoredStatuses stored) {
    this.org = org;
    this.service = service;
    this.stored = stored;
  }

  private record Job(List<GeneratedStatus> found, long asOf, long submittedAt, boolean fails) {}

  @Override
  public synchronized Reply handle(ApiCall call) throws IOException {
    if (call.endpoint() == Endpoint.USERS_JOBS_AVAILABILITY) {
      ObjectNode body = JSON.createObjectNode();
      long date = service.availability(org.visibleUntil());
      return Reply.json(200, body.put("dataAvailabilityDate", Timestamps.text(date)).toString());
    }
    if (call.endpoint() == Endpoint.USERS_DETAILS_JOBS) {
      return submit(call);
    }
    Job job = jobs.get(call.ids().getFirst());
    if (job == null) {
      return ErrorReplies.notFound(call.endpoint().path());
    }
    return call.endpoint() == Endpoint.USERS_DETAILS_JOB
        ? Reply.json(200, JSON.createObjectNode().put("state", state(job)).toString())
        : results(job, call);
  }

  private Reply submit(ApiCall call) {
    UsersDetailsQuery query;
    try {
      query = parser.parseJob(call.body());
    } catch (BadQueryException bad) {
      return bad.reply();
    }
    long asOf = service.availability(org.visibleUntil());
    List<GeneratedStatus> found = new ArrayList<>();
    for (Stored copy : stored.find(query, asOf)) {
      if (!copy.redundant()) {
        found.add(copy.status());
      }
    }
    Collections.shuffle(found, new Random(query.firstDay()));
    boolean fails = call.fault().equals(Optional.of(FaultKind.JOB_FAILED));
    if (fails) {
      org.faults().happened(FaultKind.JOB_FAILED);
    }
    String id =
        new UUID(org.settings().seed() << 16 | 0x4001, Long.MIN_VALUE | jobs.size()).toString();
    jobs.put(id, new Job(found, asOf, org.clock().millis(), fails));
    return Reply.json(202, JSON.createObjectNode().put("jobId", id).toString());
  }

  private String state(Job job) {
    long age = org.clock().millis() - job.submittedAt();
    if (age < service.queued().toMillis()) {
      return "QUEUED";
    }
    long worked = age - service.queued().toMillis() - service.working().toMillis();
    if (worked < 0) {
      return "PENDING";
    }
    if (job.fails()) {
      return "FAILED";
    }
    return worked < service.resultsLast().toMillis() ? "FULFILLED" : "EXPIRED";
  }

  private Reply results(Job job, ApiCall call) throws IOException {
    if (!state(job).equals("FULFILLED")) {
      return ErrorReplies.badRequest("The job is not fulfilled.");
    }
    int size;
    int first;
    try {
      size =
          Integer.parseInt(
              call.parameters().getOrDefault("pageSize", Integer.toString(DEFAULT_PAGE_SIZE)));
      first = Integer.parseInt(call.parameters().getOrDefault("cursor", "0"));
    } catch (NumberFormatException malformed) {
      return ErrorReplies.badRequest("The cursor or the pageSize is not valid.");
    }
    if (size < 1 || size > LARGEST_PAGE || first < 0 || first > job.found().size()) {
      return ErrorReplies.badRequest("The cursor or the pageSize is not valid.");
    }
    int end = Math.min(job.found().size(), first + size);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      new UserDetailsJson(generator, job.asOf()).write(job.found().subList(first, end));
      if (end < job.found().size()) {
        generator.writeStringField("cursor", Integer.toString(end));
      }
      generator.writeStringField("dataAvailabilityDate", Timestamps.text(job.asOf()));
      generator.writeEndObject();
    }
    org.served().rows(Endpoint.USERS_DETAILS_JOB_RESULTS, end - first, bytes.size());
    return Reply.json(200, bytes.toByteArray());
  }
}
