package com.spokefleet.testing.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedEndpointStat;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSession;
import com.spokefleet.testing.traffic.Oddity;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the details API returns it at some instant: what has not begun is absent, what
 * has not ended has no end, and metrics appear once emitted.
 */
public final class ConversationJson {
  private final JsonGenerator json;
  private final RecordForm form;
  private final long asOf;
  private final SessionJson sessions;

  /** Writes as of an instant in epoch milliseconds. */
  public ConversationJson(JsonGenerator json, RecordForm form, long asOf) {
    this.json = json;
    this.form = form;
    this.asOf = asOf;
    this.sessions = new SessionJson(json, asOf);
  }

  public void write(GeneratedConversation conversation) throws IOException {
    json.writeStartObject();
    json.writeStringField("conversationId", conversation.id());
    json.writeStringField("conversationStart", start(conversation));
    boolean ended = conversation.end() <= asOf;
    if (ended) {
      json.writeStringField("conversationEnd", Timestamps.text(conversation.end()));
    }
    writeQuality(conversation);
    json.writeStringField("originatingDirection", conversation.outbound() ? "outbound" : "inbound");
    json.writeArrayFieldStart("divisionIds");
    for (String division : conversation.divisionIds()) {
      json.writeString(division);
    }
    json.writeEndArray();
    json.writeBooleanField("selfServed", false);
    if (conversation.oddity() == Oddity.UNKNOWN_FIELDS) {
      UnknownFields.write(json);
    }
    writeParticipants(conversation);
    new AftermathJson(json).write(conversation.aftermath(asOf), conversation.resolvedAt());
    json.writeEndObject();
  }

  private static String start(GeneratedConversation conversation) {
    String start = Timestamps.text(conversation.start());
    return switch (conversation.oddity()) {
      case POISON_ZONELESS_TIMESTAMP -> start.substring(0, start.length() - 1);
      case POISON_NUL_CHARACTERS -> start.replace('T', '\0');
      case NONE, POISON_WRONG_TYPE, POISON_NULL_OBJECT, UNKNOWN_FIELDS, UNKNOWN_VALUES -> start;
    };
  }

  private void writeQuality(GeneratedConversation conversation) throws IOException {
    double mos = Double.MAX_VALUE;
    double rFactor = Double.MAX_VALUE;
    for (GeneratedParticipant participant : conversation.participants()) {
      for (GeneratedSession session : participant.sessions()) {
        for (GeneratedEndpointStat stat : session.endpointStats()) {
          if (stat.eventTime() <= asOf) {
            mos = Math.min(mos, stat.minMos());
            rFactor = Math.min(rFactor, stat.minRFactor());
          }
        }
      }
    }
    if (mos < Double.MAX_VALUE) {
      json.writeNumberField("mediaStatsMinConversationMos", mos);
      json.writeNumberField("mediaStatsMinConversationRFactor", rFactor);
    }
  }

  private void writeParticipants(GeneratedConversation conversation) throws IOException {
    if (conversation.oddity() == Oddity.POISON_WRONG_TYPE) {
      json.writeStringField("participants", "none");
      return;
    }
    json.writeArrayFieldStart("participants");
    if (conversation.oddity() == Oddity.POISON_NULL_OBJECT) {
      json.writeNull();
    }
    for (GeneratedParticipant participant : conversation.participants()) {
      if (SessionJson.hasBegun(participant, asOf)) {
        write(participant);
      }
    }
    json.writeEndArray();
  }

  private void write(GeneratedParticipant participant) throws IOException {
    json.writeStartObject();
    json.writeStringField("participantId", participant.id());
    write("participantName", participant.name());
    json.writeStringField("purpose", participant.purpose());
    write("userId", participant.userId());
    write("externalContactId", participant.externalContactId());
    if (form == RecordForm.WITH_ATTRIBUTES && !participant.attributes().isEmpty()) {
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : participant.attributes().entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("sessions");
    for (GeneratedSession session : participant.sessions()) {
      if (SessionJson.hasBegun(session, asOf)) {
        sessions.write(session);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
