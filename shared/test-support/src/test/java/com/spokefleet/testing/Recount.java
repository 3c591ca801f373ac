package com.spokefleet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the facts back from a served record, by the documented meaning of its metrics. */
final class Recount {
  private Recount() {}

  static TrueConversation of(JsonNode record) {
    List<TrueFact> facts = new ArrayList<>();
    int sessions = 0;
    int segments = 0;
    Set<String> mediaTypes = new TreeSet<>();
    for (JsonNode participant : record.get("participants")) {
      for (JsonNode session : participant.get("sessions")) {
        sessions++;
        segments += session.get("segments").size();
        mediaTypes.add(session.get("mediaType").asText());
        switch (participant.get("purpose").asText()) {
          case "acd" -> readQueue(session, facts);
          case "agent" -> readAgent(session, participant.get("userId").asText(), facts);
          default -> {}
        }
      }
    }
    JsonNode end = record.get("conversationEnd");
    return new TrueConversation(
        record.get("conversationId").asText(),
        Instant.parse(record.get("conversationStart").asText()),
        end == null ? null : Instant.parse(end.asText()),
        record.get("originatingDirection").asText().equals("outbound"),
        false,
        sessions,
        segments,
        facts,
        mediaTypes);
  }

  private static void readQueue(JsonNode session, List<TrueFact> facts) {
    String queue = String.valueOf(queueOf(session));
    String media = session.get("mediaType").asText();
    if (metric(session, "nOffered").isPresent()) {
      facts.add(new TrueFact.Offered(queue, media, emitted(session, "nOffered")));
    }
    metric(session, "tAbandon")
        .ifPresent(
            wait ->
                facts.add(
                    new TrueFact.Abandoned(
                        queue,
                        media,
                        wait,
                        metric(session, "tShortAbandon").isPresent(),
                        emitted(session, "tAbandon"))));
    metric(session, "tFlowOut")
        .ifPresent(
            wait ->
                facts.add(
                    new TrueFact.FlowedOut(queue, media, wait, emitted(session, "tFlowOut"))));
  }

  private static void readAgent(JsonNode session, String user, List<TrueFact> facts) {
    String queue = queueOf(session);
    String media = session.get("mediaType").asText();
    metric(session, "tAnswered")
        .ifPresent(
            wait ->
                facts.add(
                    new TrueFact.Answered(
                        String.valueOf(queue), media, user, wait, emitted(session, "tAnswered"))));
    metric(session, "tNotResponding")
        .ifPresent(
            alert ->
                facts.add(
                    new TrueFact.NotResponded(
                        String.valueOf(queue),
                        media,
                        user,
                        alert,
                        emitted(session, "tNotResponding"))));
    if (metric(session, "nTransferred").isPresent()) {
      boolean consult = metric(session, "nConsultTransferred").isPresent();
      facts.add(
          new TrueFact.Transferred(queue, media, user, consult, emitted(session, "nTransferred")));
    }
    String id = session.get("sessionId").asText();
    for (JsonNode segment : session.get("segments")) {
      if (segment.has("wrapUpCode")) {
        facts.add(
            new TrueFact.WrappedUp(
                queue, media, id, segment.get("wrapUpCode").asText(), emitted(session, "tHandle")));
      }
    }
    metric(session, "tHandle")
        .ifPresent(
            handle ->
                facts.add(
                    new TrueFact.Handled(
                        queue,
                        media,
                        user,
                        id,
                        metric(session, "tTalk").orElse(0),
                        metric(session, "tHeld").orElse(0),
                        metric(session, "tAcw").orElse(0),
                        handle,
                        emitted(session, "tHandle"))));
  }

  /** The sum of a metric's emissions, empty where there is none. */
  private static OptionalLong metric(JsonNode session, String name) {
    OptionalLong sum = OptionalLong.empty();
    for (JsonNode metric : session.get("metrics")) {
      if (metric.get("name").asText().equals(name)) {
        sum = OptionalLong.of(sum.orElse(0) + metric.get("value").asLong());
      }
    }
    return sum;
  }

  private static Instant emitted(JsonNode session, String name) {
    for (JsonNode metric : session.get("metrics")) {
      if (metric.get("name").asText().equals(name)) {
        return Instant.parse(metric.get("emitDate").asText());
      }
    }
    throw new IllegalArgumentException("Cannot find metric " + name);
  }

  private static @Nullable String queueOf(JsonNode session) {
    for (JsonNode segment : session.get("segments")) {
      if (segment.has("queueId")) {
        return segment.get("queueId").asText();
      }
    }
    return null;
  }
}
