package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of one detail event. */
final class EventBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What of a session's fields its events carry, too. */
  private static final Set<String> SHARED =
      Set.of(
          "provider",
          "ani",
          "dnis",
          "addressTo",
          "addressFrom",
          "callbackUserName",
          "callbackNumbers");

  private final String topic;
  private final long at;
  private final String conversationId;
  private final String sessionId;
  private final ObjectNode body = JSON.createObjectNode();

  private EventBody(String topic, long at, String conversationId, String sessionId) {
    this.topic = topic;
    this.at = at;
    this.conversationId = conversationId;
    this.sessionId = sessionId;
  }

  static EventBody of(
      String topic,
      long at,
      GeneratedConversation conversation,
      GeneratedParticipant participant,
      GeneratedSession session) {
    EventBody event = new EventBody(topic, at, conversation.id(), session.id());
    event
        .body
        .put("eventTime", at)
        .put("conversationId", conversation.id())
        .put("participantId", participant.id())
        .put("sessionId", session.id())
        .put("mediaType", session.mediaType().toUpperCase(Locale.ROOT))
        .put("direction", session.direction().toUpperCase(Locale.ROOT));
    session
        .attributes()
        .forEach(
            (name, value) -> {
              if (SHARED.contains(name)) {
                event.putShared(name, value);
              }
            });
    event.with("externalContactId", participant.externalContactId());
    event.body.putArray("conversationExternalContactIds");
    event.body.putArray("conversationExternalOrganizationIds");
    return event;
  }

  private void putShared(String name, Object value) {
    if (value instanceof List<?> values) {
      ArrayNode array = body.putArray(name);
      values.forEach(element -> array.add(String.valueOf(element)));
    } else {
      body.put(name, String.valueOf(value));
    }
  }

  long at() {
    return at;
  }

  EventBody with(String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
    return this;
  }

  EventBody with(String name, long value) {
    body.put(name, value);
    return this;
  }

  /** Records write {@code conferenceTransfer} where events write {@code CONFERENCE_TRANSFER}. */
  EventBody disconnected(@Nullable String disconnectType) {
    return disconnectType == null
        ? this
        : with(
            "disconnectType", disconnectType.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }

  EventBody inDivision(GeneratedConversation conversation) {
    return with("divisionId", conversation.divisionIds().getFirst());
  }

  EmittedEvent inEnvelope(String orgId) {
    return new Envelope(
            "v2.detail.events.conversation.{id}." + topic,
            topic,
            conversationId,
            topic + conversationId + sessionId + at,
            conversationId)
        .around(body, at, orgId);
  }
}
