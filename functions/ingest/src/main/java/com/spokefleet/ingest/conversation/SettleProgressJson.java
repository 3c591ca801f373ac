package com.spokefleet.ingest.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.conversation.JobMatching;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The stored form of {@link SettleProgress}. */
final class SettleProgressJson {
  private static final int FORMAT = 1;

  private final ObjectMapper mapper = new ObjectMapper();

  String write(SettleProgress progress) {
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("nextDay", progress.nextDay().toString());
    root.put("available", progress.available().toString());
    root.put("surveyedAt", progress.surveyedAt().toString());
    ObjectNode days = root.putObject("days");
    progress
        .days()
        .forEach(
            (day, state) ->
                days.putObject(day.toString())
                    .put("overlapRead", state.overlapRead())
                    .put("startDayReads", state.startDayReads()));
    ObjectNode again = root.putObject("again");
    progress.again().forEach((day, needs) -> again.put(day.toString(), needs.toString()));
    for (SettleJob job : progress.jobs()) {
      ObjectNode node = root.withArray("jobs").addObject();
      write(node, job.work());
      node.put("jobId", job.jobId())
          .put("filterHash", job.filterHash())
          .put("submittedAt", job.submittedAt().toString())
          .put("knows", job.knows().toString())
          .put("returned", job.returned())
          .put("poison", job.poison());
      job.cursor().ifPresent(cursor -> node.put("cursor", cursor));
    }
    for (SettleFailure failure : progress.failures()) {
      ObjectNode node = root.withArray("failures").addObject();
      write(node, failure.work());
      node.put("times", failure.times())
          .put("notBefore", failure.notBefore().toString())
          .put("reason", failure.reason());
    }
    return root.toString();
  }

  SettleProgress read(String key, String json) {
    try {
      JsonNode root = mapper.readTree(json);
      if (root.path("format").asInt() != FORMAT) {
        throw new IngestException(
            FailureKind.BAD_DATA,
            "Cannot read the stored settling " + key + ": its format is " + root.path("format"),
            null);
      }
      return new SettleProgress(
          LocalDate.parse(root.path("nextDay").asText()),
          days(root.path("days")),
          again(root.path("again")),
          jobs(root.path("jobs")),
          failures(root.path("failures")),
          instant(root, "available"),
          instant(root, "surveyedAt"));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored settling " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static void write(ObjectNode node, SettleWork work) {
    node.put("day", work.day().toString())
        .put("matching", work.matching().name())
        .put("needs", work.needs().toString());
  }

  private static SettleWork work(JsonNode node) {
    return new SettleWork(
        LocalDate.parse(node.path("day").asText()),
        JobMatching.valueOf(node.path("matching").asText()),
        instant(node, "needs"));
  }

  private static NavigableMap<LocalDate, SettleDay> days(JsonNode object) {
    NavigableMap<LocalDate, SettleDay> days = new TreeMap<>();
    object
        .properties()
        .forEach(
            entry ->
                days.put(
                    LocalDate.parse(entry.getKey()),
                    new SettleDay(
                        entry.getValue().path("overlapRead").asBoolean(),
                        entry.getValue().path("startDayReads").asInt())));
    return days;
  }

  private static NavigableMap<LocalDate, Instant> again(JsonNode object) {
    NavigableMap<LocalDate, Instant> again = new TreeMap<>();
    object
        .properties()
        .forEach(
            entry ->
                again.put(
                    LocalDate.parse(entry.getKey()), Instant.parse(entry.getValue().asText())));
    return again;
  }

  private static List<SettleJob> jobs(JsonNode array) {
    List<SettleJob> jobs = new ArrayList<>();
    array.forEach(
        node ->
            jobs.add(
                new SettleJob(
                    work(node),
                    node.path("jobId").asText(),
                    node.path("filterHash").asText(),
                    instant(node, "submittedAt"),
                    instant(node, "knows"),
                    Optional.ofNullable(node.path("cursor").textValue()),
                    node.path("returned").asLong(),
                    node.path("poison").asLong())));
    return jobs;
  }

  private static List<SettleFailure> failures(JsonNode array) {
    List<SettleFailure> failures = new ArrayList<>();
    array.forEach(
        node ->
            failures.add(
                new SettleFailure(
                    work(node),
                    node.path("times").asInt(),
                    instant(node, "notBefore"),
                    node.path("reason").asText())));
    return failures;
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }
}
