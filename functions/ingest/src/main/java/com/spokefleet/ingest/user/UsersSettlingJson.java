package com.spokefleet.ingest.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The stored form of {@link UsersSettling}. */
final class UsersSettlingJson {
  private final ObjectMapper mapper = new ObjectMapper();

  String write(UsersSettling settling) {
    ObjectNode root = mapper.createObjectNode();
    root.put("checkedAt", settling.checkedAt().toString());
    write(root.putObject("readings"), settling.readings());
    write(root.putObject("failures"), settling.failures());
    settling
        .job()
        .ifPresent(
            job ->
                root.putObject("job")
                    .put("id", job.id())
                    .put("day", job.day().toString())
                    .put("stage", job.stage()));
    return root.toString();
  }

  private static void write(ObjectNode node, NavigableMap<LocalDate, Integer> days) {
    days.forEach((day, count) -> node.put(day.toString(), count));
  }

  UsersSettling read(String key, String json) {
    try {
      JsonNode root = mapper.readTree(json);
      JsonNode job = root.path("job");
      return new UsersSettling(
          days(root.path("readings")),
          days(root.path("failures")),
          job.isMissingNode()
              ? Optional.empty()
              : Optional.of(
                  new UsersSettling.Job(
                      job.path("id").asText(),
                      LocalDate.parse(job.path("day").asText()),
                      job.path("stage").asInt())),
          Instant.parse(root.path("checkedAt").asText()));
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored settling " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static TreeMap<LocalDate, Integer> days(JsonNode node) {
    TreeMap<LocalDate, Integer> days = new TreeMap<>();
    node.properties()
        .forEach(entry -> days.put(LocalDate.parse(entry.getKey()), entry.getValue().asInt()));
    return days;
  }
}
