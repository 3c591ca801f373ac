package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.render.RecordForm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Serves given records, such as real ones, as they are. A record is visible from its own end on, or
 * from its start where it has none. The ledger knows their ids and times but no facts.
 */
final class GivenRecords implements Records {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DAY_MILLIS = 86_400_000;

  private final NavigableMap<Long, List<Given>> days = new TreeMap<>();

  private record Given(String text, JsonNode tree, long start, @Nullable Instant end) {
    long visibleFrom() {
      return end == null ? start : end.toEpochMilli();
    }
  }

  GivenRecords(List<String> records) {
    for (String text : records) {
      Given given = read(text);
      days.computeIfAbsent(Math.floorDiv(given.start(), DAY_MILLIS), _ -> new ArrayList<>())
          .add(given);
    }
    days.values().forEach(day -> day.sort(Comparator.comparingLong(Given::start)));
  }

  private static Given read(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      Instant start = Instant.parse(tree.path("conversationStart").asText());
      JsonNode end = tree.path("conversationEnd");
      return new Given(
          text, tree, start.toEpochMilli(), end.isTextual() ? Instant.parse(end.asText()) : null);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "Cannot serve a record that is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private Given given(long epochDay, int position) {
    return days.getOrDefault(epochDay, List.of()).get(position);
  }

  @Override
  public void write(JsonGenerator json, RecordForm form, long epochDay, int position, long asOf)
      throws IOException {
    json.writeRawValue(given(epochDay, position).text());
  }

  @Override
  public TrueConversation truth(long epochDay, int position, long asOf) {
    Given given = given(epochDay, position);
    int sessions = 0;
    int segments = 0;
    Set<String> mediaTypes = new TreeSet<>();
    for (JsonNode participant : given.tree().path("participants")) {
      for (JsonNode session : participant.path("sessions")) {
        sessions++;
        segments += session.path("segments").size();
        mediaTypes.add(session.path("mediaType").asText());
      }
    }
    return new TrueConversation(
        given.tree().path("conversationId").asText(),
        Instant.ofEpochMilli(given.start()),
        given.end(),
        outbound(epochDay, position),
        false,
        sessions,
        segments,
        List.of(),
        mediaTypes);
  }

  @Override
  public List<Emission> emissions(long epochDay, int position, long asOf) {
    List<Emission> emissions = new ArrayList<>();
    for (JsonNode participant : given(epochDay, position).tree().path("participants")) {
      for (JsonNode session : participant.path("sessions")) {
        String queueId = null;
        for (JsonNode segment : session.path("segments")) {
          if (queueId == null && segment.hasNonNull("queueId")) {
            queueId = segment.get("queueId").asText();
          }
        }
        for (JsonNode metric : session.path("metrics")) {
          if (metric.hasNonNull("emitDate")) {
            emissions.add(
                new Emission(
                    Instant.parse(metric.get("emitDate").asText()).toEpochMilli(),
                    metric.path("name").asText(),
                    metric.path("value").asLong(),
                    queueId,
                    session.path("mediaType").asText("unknown"),
                    session.path("direction").asText("inbound")));
          }
        }
      }
    }
    return emissions;
  }

  @Override
  public List<String> conversationValues(long epochDay, int position, long asOf, String dimension) {
    JsonNode tree = given(epochDay, position).tree();
    if (dimension.equals("divisionId")) {
      List<String> divisions = new ArrayList<>();
      tree.path("divisionIds").forEach(division -> divisions.add(division.asText()));
      return divisions;
    }
    return tree.hasNonNull(dimension) ? List.of(tree.get(dimension).asText()) : List.of();
  }

  @Override
  public boolean anySegment(long epochDay, int position, long asOf, QueryFilter filter) {
    for (JsonNode participant : given(epochDay, position).tree().path("participants")) {
      for (JsonNode session : participant.path("sessions")) {
        for (JsonNode segment : session.path("segments")) {
          if (filter.holds(
              dimension -> firstOf(dimension, List.of(segment, session, participant)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<String> firstOf(String dimension, List<JsonNode> objects) {
    for (JsonNode object : objects) {
      if (object.hasNonNull(dimension)) {
        return List.of(object.get(dimension).asText());
      }
    }
    return List.of();
  }

  @Override
  public int count(long epochDay) {
    return days.getOrDefault(epochDay, List.of()).size();
  }

  @Override
  public long start(long epochDay, int position) {
    return given(epochDay, position).visibleFrom();
  }

  @Override
  public long end(long epochDay, int position, long asOf) {
    Instant end = given(epochDay, position).end();
    return end == null ? Long.MAX_VALUE : end.toEpochMilli();
  }

  @Override
  public boolean outbound(long epochDay, int position) {
    return given(epochDay, position)
        .tree()
        .path("originatingDirection")
        .asText()
        .equals("outbound");
  }

  @Override
  public long firstDay() {
    return days.isEmpty() ? 0 : days.firstKey();
  }

  @Override
  public long lastDay(long asOf) {
    return days.isEmpty() ? -1 : days.lastKey();
  }

  @Override
  public long version() {
    return 0;
  }
}
