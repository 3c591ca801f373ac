package com.spokefleet.genesys.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calls that all of Genesys' analytics jobs have in common: {@code POST path}, {@code GET
 * path/{id}}, {@code GET path/{id}/results}, {@code DELETE path/{id}} and {@code GET
 * path/availability}. Thread-safe.
 *
 * <p>Submitting a job twice, because the first answer was lost, is harmless: a job only reads. The
 * orphan takes one of the org's places for jobs until it is done and expires by itself.
 */
public final class AnalyticsJobs {
  private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final GenesysHttp http;
  private final String path;
  private final String subject;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param path of the jobs, such as {@code /api/v2/analytics/conversations/details/jobs}
   * @param subject what they read, as every error will say it: "conversation details of emea"
   */
  public AnalyticsJobs(GenesysHttp http, String path, String subject) {
    this.http = http;
    this.path = path;
    this.subject = subject;
  }

  /**
   * The new job's id.
   *
   * @param what the job reads, as every error will say it: "2026-11-10, by start day"
   */
  public String submit(String body, String what, Deadline deadline) {
    String purpose = "a job for " + subject + ", " + what;
    JsonNode answer = read(GenesysRequest.post(path, body, purpose), deadline);
    String id = answer.path("jobId").asText("");
    if (!JOB_ID.matcher(id).matches()) {
      throw badData(purpose, "the answer has no usable jobId", null);
    }
    return id;
  }

  public JobStatus status(String jobId, Deadline deadline) {
    String purpose = "the status of job " + jobId + " for " + subject;
    JsonNode answer = read(GenesysRequest.get(pathOf(jobId), purpose), deadline);
    String state = answer.path("state").asText("");
    if (state.isEmpty()) {
      throw badData(purpose, "the answer has no state", null);
    }
    return new JobStatus(
        JobState.of(state),
        state,
        Optional.ofNullable(answer.path("errorMessage").textValue()),
        answer.hasNonNull("expirationDate")
            ? Optional.of(instant(answer, "expirationDate", purpose))
            : Optional.empty());
  }

  /** The bytes of one page; the first has no cursor. */
  public byte[] results(
      String jobId, Optional<String> cursor, int pageSize, String purpose, Deadline deadline) {
    String query =
        "/results?pageSize="
            + pageSize
            + cursor
                .map(text -> "&cursor=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
    return http.send(GenesysRequest.get(pathOf(jobId) + query, purpose), deadline).body();
  }

  public void cancel(String jobId, Deadline deadline) {
    String purpose = "the end of job " + jobId + " for " + subject;
    http.send(GenesysRequest.delete(pathOf(jobId), purpose), deadline);
  }

  /**
   * The instant before which all data is in the lake that jobs read. What a job asks for beyond it
   * is silently missing from its result. The date can lag by a day, stand still, and move back.
   */
  public Instant availability(Deadline deadline) {
    String purpose = "the availability date of jobs for " + subject;
    JsonNode answer = read(GenesysRequest.get(path + "/availability", purpose), deadline);
    return instant(answer, "dataAvailabilityDate", purpose);
  }

  /** What an error about a page of results calls it. */
  public String pageOf(String jobId, Optional<String> cursor) {
    return "%s, results of job %s, %s"
        .formatted(subject, jobId, cursor.isEmpty() ? "first page" : "a further page");
  }

  private String pathOf(String jobId) {
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException("Cannot ask for a job with the id " + jobId);
    }
    return path + "/" + jobId;
  }

  private JsonNode read(GenesysRequest request, Deadline deadline) {
    byte[] body = http.send(request, deadline).body();
    try {
      return json.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw badData(request.purpose(), "the answer is not JSON", malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Instant instant(JsonNode answer, String field, String purpose) {
    try {
      return OffsetDateTime.parse(answer.path(field).asText()).toInstant();
    } catch (DateTimeException malformed) {
      throw badData(purpose, field + " is not an instant", malformed);
    }
  }

  private static GenesysException badData(
      String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }
}
