package com.spokefleet.ingest.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.QueryFilter;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stored form of {@link ConversationProgress}: a small JSON object that a person can read and
 * mend.
 */
final class ProgressJson {
  private static final int FORMAT = 1;

  private final ObjectMapper mapper = new ObjectMapper();

  String write(ConversationProgress progress) {
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("readUpTo", progress.readUpTo().toString());
    root.put("filterHash", progress.filterHash());
    write(root.putArray("gaps"), progress.gaps());
    write(root.putArray("rechecks"), progress.rechecks());
    progress.pendingDays().forEach(day -> root.withArray("pendingDays").add(day.toString()));
    progress
        .unreachableDays()
        .forEach(day -> root.withArray("unreachableDays").add(day.toString()));
    progress
        .dayPosition()
        .ifPresent(
            position -> {
              ObjectNode node = root.putObject("dayPosition");
              node.put("day", position.day().toString());
              node.put("nextPage", position.nextPage());
              position.turnedAt().ifPresent(at -> node.put("turnedAt", at.toString()));
            });
    return root.toString();
  }

  ConversationProgress read(String key, String json) {
    try {
      JsonNode root = mapper.readTree(json);
      if (root.path("format").asInt() != FORMAT) {
        throw unreadable(key, "its format is " + root.path("format"), null);
      }
      return new ConversationProgress(
          Instant.parse(root.path("readUpTo").asText()),
          ranges(root.path("gaps")),
          ranges(root.path("rechecks")),
          days(root.path("pendingDays")),
          position(root.path("dayPosition")),
          days(root.path("unreachableDays")),
          // Written before there were filters, it was read without one.
          root.path("filterHash").asText(QueryFilter.NONE.hash()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      throw unreadable(key, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private static Optional<DayPosition> position(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode turnedAt = node.path("turnedAt");
    return Optional.of(
        new DayPosition(
            LocalDate.parse(node.path("day").asText()),
            node.path("nextPage").asInt(1),
            turnedAt.isMissingNode()
                ? Optional.empty()
                : Optional.of(Instant.parse(turnedAt.asText()))));
  }

  private static void write(ArrayNode array, List<TimeRange> ranges) {
    ranges.forEach(
        range ->
            array
                .addObject()
                .put("from", range.from().toString())
                .put("to", range.to().toString()));
  }

  private static List<TimeRange> ranges(JsonNode array) {
    List<TimeRange> ranges = new ArrayList<>();
    array.forEach(
        node ->
            ranges.add(
                new TimeRange(
                    Instant.parse(node.path("from").asText()),
                    Instant.parse(node.path("to").asText()))));
    return ranges;
  }

  private static List<LocalDate> days(JsonNode array) {
    List<LocalDate> days = new ArrayList<>();
    array.forEach(node -> days.add(LocalDate.parse(node.asText())));
    return days;
  }

  private static IngestException unreadable(
      String key, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IngestException(
        FailureKind.BAD_DATA, "Cannot read the stored progress " + key + ": " + why, cause);
  }
}
