package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.JobService;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.render.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The pages of a job's result. That a page can be had only of a fulfilled job is certain; how the
 * API refuses it otherwise is not documented, so 400 and 404 are guesses.
 */
final class JobResults {
  private static final int DEFAULT_PAGE_SIZE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final int BYTES_PER_RECORD = 8_000;

  private final OrgContext org;
  private final JobService service;
  private final JsonFactory json = new JsonFactory();

  JobResults(OrgContext org, JobService service) {
    this.org = org;
    this.service = service;
  }

  Reply page(DetailsJob job, ApiCall call) throws IOException {
    switch (job.state(org.clock().millis())) {
      case QUEUED, PENDING, FAILED, CANCELLED, ARCHIVED -> {
        return ErrorReplies.badRequest("The job " + job.id() + " is not fulfilled.");
      }
      case EXPIRED -> {
        return ErrorReplies.notFound(call.endpoint().path());
      }
      case FULFILLED -> {}
    }
    try {
      int size =
          Integer.parseInt(
              call.parameters().getOrDefault("pageSize", Integer.toString(DEFAULT_PAGE_SIZE)));
      if (size < 1 || size > LARGEST_PAGE) {
        return ErrorReplies.badRequest("The pageSize must be from 1 to " + LARGEST_PAGE + ".");
      }
      String cursor = call.parameters().get("cursor");
      return page(job, cursor == null ? 0 : offset(job, cursor), size, call.fault());
    } catch (IllegalArgumentException malformed) {
      return ErrorReplies.badRequest("The cursor or the pageSize is not valid.");
    }
  }

  private Reply page(DetailsJob job, int offset, int size, Optional<FaultKind> fault)
      throws IOException {
    int total = job.rows().count();
    int first = offset;
    int end = Math.min(total, offset + Math.min(size, service.largestPage()));
    int next = end;
    switch (fault.orElse(FaultKind.SLOW_REPLY)) {
      case JOB_SHORT_PAGE -> {
        if (end - first > 1) {
          end = first + (end - first) / 2;
          next = end;
          org.faults().happened(FaultKind.JOB_SHORT_PAGE);
        }
      }
      case JOB_EMPTY_PAGE -> {
        if (end > first) {
          end = first;
          next = first;
          org.faults().happened(FaultKind.JOB_EMPTY_PAGE);
          return render(job, first, end, Optional.of(cursor(job, next, true)));
        }
      }
      case JOB_DUPLICATE_RECORD -> {
        if (first > 0) {
          first--;
          org.faults().happened(FaultKind.JOB_DUPLICATE_RECORD);
        }
      }
      case JOB_REPEATED_CURSOR -> {
        if (end < total) {
          org.faults().happened(FaultKind.JOB_REPEATED_CURSOR);
          return render(job, first, end, Optional.of(cursor(job, offset, false)));
        }
      }
      default -> {}
    }
    return render(
        job, first, end, next < total ? Optional.of(cursor(job, next, false)) : Optional.empty());
  }

  private Reply render(DetailsJob job, int first, int end, Optional<String> cursor)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + (end - first) * BYTES_PER_RECORD);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("conversations");
      for (int index = first; index < end; index++) {
        job.records()
            .write(
                generator,
                RecordForm.WITH_ATTRIBUTES,
                job.rows().day(index),
                job.rows().position(index),
                job.asOf());
      }
      generator.writeEndArray();
      if (cursor.isPresent()) {
        generator.writeStringField("cursor", cursor.get());
      }
      generator.writeStringField("dataAvailabilityDate", Timestamps.text(job.asOf()));
      generator.writeEndObject();
    }
    org.served().rows(Endpoint.DETAILS_JOB_RESULTS, end - first, bytes.size());
    return Reply.json(200, bytes.toByteArray());
  }

  /**
   * Opaque to readers. The cursor behind an empty page differs from the one that led to it, or it
   * would be a repeated one.
   */
  private static String cursor(DetailsJob job, int offset, boolean afterEmptyPage) {
    String text = job.id() + "/" + offset + (afterEmptyPage ? "/" : "");
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(DetailsJob job, String cursor) {
    String[] parts =
        new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).split("/");
    if (parts.length != 2 || !parts[0].equals(job.id())) {
      throw new IllegalArgumentException("Cannot use the cursor of another job");
    }
    return Integer.parseInt(parts[1]);
  }
}
