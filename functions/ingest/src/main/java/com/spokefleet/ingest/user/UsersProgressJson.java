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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored form of {@link UsersProgress}: a small JSON object a person can read and mend. */
final class UsersProgressJson {
  private static final int FORMAT = 1;

  private final ObjectMapper mapper = new ObjectMapper();

  String write(UsersProgress progress) {
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("firstDay", progress.firstDay().toString());
    root.put("readUpTo", progress.readUpTo().toString());
    root.put("filterHash", progress.filterHash());
    ObjectNode owed = root.putObject("owed");
    progress.owed().forEach((day, landed) -> owed.put(day.toString(), landed.toString()));
    progress
        .unreachableDays()
        .forEach(day -> root.withArray("unreachableDays").add(day.toString()));
    progress
        .position()
        .ifPresent(
            position -> {
              ObjectNode node = root.putObject("position");
              node.put("day", position.day().toString());
              node.put("nextPage", position.nextPage());
              node.put("begunAt", position.begunAt().toString());
              position.turnedAt().ifPresent(at -> node.put("turnedAt", at.toString()));
            });
    return root.toString();
  }

  UsersProgress read(String key, String json) {
    try {
      JsonNode root = mapper.readTree(json);
      if (root.path("format").asInt() != FORMAT) {
        throw unreadable(key, "its format is " + root.path("format"), null);
      }
      TreeMap<LocalDate, Instant> owed = new TreeMap<>();
      root.path("owed")
          .properties()
          .forEach(
              entry ->
                  owed.put(
                      LocalDate.parse(entry.getKey()), Instant.parse(entry.getValue().asText())));
      Set<LocalDate> unreachable = new TreeSet<>();
      root.path("unreachableDays").forEach(day -> unreachable.add(LocalDate.parse(day.asText())));
      return new UsersProgress(
          LocalDate.parse(root.path("firstDay").asText()),
          Instant.parse(root.path("readUpTo").asText()),
          owed,
          position(root.path("position")),
          unreachable,
          root.path("filterHash").asText());
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw unreadable(key, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private static Optional<UserDayPosition> position(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode turnedAt = node.path("turnedAt");
    return Optional.of(
        new UserDayPosition(
            LocalDate.parse(node.path("day").asText()),
            node.path("nextPage").asInt(1),
            turnedAt.isMissingNode()
                ? Optional.empty()
                : Optional.of(Instant.parse(turnedAt.asText())),
            Instant.parse(node.path("begunAt").asText())));
  }

  private static IngestException unreadable(String key, String why, @Nullable Throwable cause) {
    return new IngestException(
        FailureKind.BAD_DATA, "Cannot read the stored progress " + key + ": " + why, cause);
  }
}
