package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.traffic.GeneratedConversations.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers for single conversations, by id: open ones, too, as far as queries can see them. The
 * platform documents no limit of ids per call; this one refuses more than {@link #MOST_IDS}.
 */
final class DetailsByIdHandler implements ApiHandler {
  private static final int MOST_IDS = 100;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private final OrgContext org;
  private final Supplier<Records> records;
  private final JsonFactory json = new JsonFactory();
  private final Map<DayOf, Map<String, Integer>> positions = new ConcurrentHashMap<>();

  /**
   * @param records those served at the moment of a call
   */
  DetailsByIdHandler(OrgContext org, Supplier<Records> records) {
    this.org = org;
    this.records = records;
  }

  private record DayOf(Records records, long epochDay) {}

  @Override
  public Reply handle(ApiCall call) throws IOException {
    return call.endpoint() == Endpoint.CONVERSATION_DETAILS
        ? one(call.ids().getFirst())
        : several(call.parameters().getOrDefault("id", ""));
  }

  private Reply one(String id) throws IOException {
    if (!UUID.matcher(id).matches()) {
      return ErrorReplies.badRequest("The conversation id is not a UUID: " + id);
    }
    Records served = records.get();
    long asOf = org.visibleUntil();
    Optional<Position> position = find(served, id, asOf);
    if (position.isEmpty()) {
      return ErrorReplies.notFound("conversation " + id);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      served.write(
          generator,
          RecordForm.WITH_ATTRIBUTES,
          position.get().epochDay(),
          position.get().position(),
          asOf);
    }
    return reply(Endpoint.CONVERSATION_DETAILS, bytes, 1);
  }

  private Reply several(String ids) throws IOException {
    Set<String> wanted = new LinkedHashSet<>(List.of(ids.split(",")));
    if (wanted.size() > MOST_IDS) {
      return ErrorReplies.badRequest("More than " + MOST_IDS + " conversation ids.");
    }
    for (String id : wanted) {
      if (!UUID.matcher(id).matches()) {
        return ErrorReplies.badRequest("The conversation id is not a UUID: " + id);
      }
    }
    Records served = records.get();
    long asOf = org.visibleUntil();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int found = 0;
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("conversations");
      for (String id : wanted) {
        Optional<Position> position = find(served, id, asOf);
        if (position.isPresent()) {
          served.write(
              generator,
              RecordForm.WITHOUT_ATTRIBUTES,
              position.get().epochDay(),
              position.get().position(),
              asOf);
          found++;
        }
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    return reply(Endpoint.CONVERSATIONS_DETAILS, bytes, found);
  }

  private Reply reply(Endpoint endpoint, ByteArrayOutputStream bytes, int rows) {
    org.served().rows(endpoint, rows, bytes.size());
    return Reply.json(200, bytes.toByteArray());
  }

  /** The latest days first, for conversations asked for by id have mostly just ended. */
  private Optional<Position> find(Records served, String id, long asOf) {
    for (long day = served.lastDay(asOf); day >= served.firstDay(); day--) {
      Integer position =
          positions
              .computeIfAbsent(new DayOf(served, day), this::index)
              .get(id.toLowerCase(Locale.ROOT));
      if (position != null) {
        return served.start(day, position) <= asOf
            ? Optional.of(new Position(day, position))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Map<String, Integer> index(DayOf day) {
    Map<String, Integer> ofDay = new HashMap<>();
    int count = day.records().count(day.epochDay());
    for (int position = 0; position < count; position++) {
      String id =
          day.records()
              .conversationValues(day.epochDay(), position, Long.MAX_VALUE, "conversationId")
              .getFirst();
      ofDay.put(id, position);
    }
    return ofDay;
  }
}
