package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.render.Timestamps;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of one detail event, and the EventBridge envelope around it. */
final class EventBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = "telemetry";
  private static final long DELIVERY_MILLIS = 70;
  private static final int TO_SECONDS = "2026-11-10T14:03:16".length();

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
    String key = topic + conversationId + sessionId + at;
    ObjectNode envelope = JSON.createObjectNode();
    envelope
        .put("version", "0")
        .put("id", uuid(key))
        .put("detail-type", "v2.detail.events.conversation.{id}." + topic)
        .put("source", "aws.partner/genesys.com/cloud/" + orgId + "/" + SUFFIX)
        .put("account", "123456789012")
        .put("time", Timestamps.text(at + DELIVERY_MILLIS).substring(0, TO_SECONDS) + "Z")
        .put("region", "us-east-1")
        .putArray("resources");
    ObjectNode detail = envelope.putObject("detail");
    detail
        .put("topicName", "v2.detail.events.conversation." + conversationId + "." + topic)
        .put("version", "2")
        .set("eventBody", body);
    detail.putObject("metadata").put("CorrelationId", uuid("correlation " + key));
    detail.put("timestamp", Timestamps.text(at + DELIVERY_MILLIS));
    return new EmittedEvent(Instant.ofEpochMilli(at), topic, conversationId, envelope.toString());
  }

  private static String uuid(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
