package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.org.PiiMarkers;
import com.spokefleet.testing.render.Timestamps;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSegment;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said in a fourth of the calls that reached an agent: one event in the middle of each
 * talk, and one that ends it. What the customer says holds the org's markers.
 */
final class TranscriptEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "v2.conversations.{id}.transcription";
  private static final int ONE_IN = 4;

  private final GeneratedConversations conversations;
  private final PiiMarkers markers;
  private final String orgId;

  TranscriptEvents(GeneratedConversations conversations, PiiMarkers markers, String orgId) {
    this.conversations = conversations;
    this.markers = markers;
    this.orgId = orgId;
  }

  List<EmittedEvent> between(long from, long to) {
    List<EmittedEvent> events = new ArrayList<>();
    for (long day = conversations.firstDay(); day <= conversations.lastDay(to); day++) {
      int count = conversations.count(day);
      for (int position = 0; position < count; position++) {
        boolean alive =
            conversations.start(day, position) < to && conversations.end(day, position, to) >= from;
        if (alive && conversations.id(day, position).hashCode() % ONE_IN == 0) {
          add(events, conversations.tell(day, position, to));
        }
      }
    }
    events.removeIf(event -> event.at().toEpochMilli() < from || event.at().toEpochMilli() >= to);
    return events;
  }

  private void add(List<EmittedEvent> events, GeneratedConversation conversation) {
    for (GeneratedParticipant participant : conversation.participants()) {
      for (GeneratedSession session : participant.sessions()) {
        boolean talks =
            participant.purpose().equals("agent") && session.mediaType().equals("voice");
        for (GeneratedSegment segment : session.segments()) {
          if (talks && segment.type().equals("interact")) {
            long middle = (segment.start() + segment.end()) / 2;
            events.add(event(conversation.id(), session.id(), segment.start(), middle, false));
            events.add(
                event(conversation.id(), session.id(), segment.start(), segment.end(), true));
          }
        }
      }
    }
  }

  private EmittedEvent event(
      String conversationId, String sessionId, long start, long at, boolean last) {
    ObjectNode body = JSON.createObjectNode();
    body.put("eventTime", Timestamps.text(at))
        .put("organizationId", orgId)
        .put("conversationId", conversationId)
        .put("communicationId", sessionId)
        .put("sessionStartTimeMs", start)
        .put("transcriptionStartTimeMs", start);
    String text = last ? "thank you goodbye" : "my name is " + markers.word();
    ObjectNode utterance = body.putArray("transcripts").addObject();
    utterance
        .put("utteranceId", sessionId + at)
        .put("isFinal", true)
        .put("channel", last ? "INTERNAL" : "EXTERNAL");
    ObjectNode alternative = utterance.putArray("alternatives").addObject();
    alternative
        .put("confidence", 0.91)
        .put("offsetMs", at - start)
        .put("durationMs", 1_240)
        .put("transcript", text);
    for (String word : text.split(" ")) {
      alternative
          .withArray("/words")
          .addObject()
          .put("confidence", 0.92)
          .put("offsetMs", at - start)
          .put("durationMs", 80)
          .put("word", word);
    }
    body.putObject("status")
        .put("offsetMs", at - start)
        .put("status", last ? "SESSION_ENDED" : "SESSION_ONGOING");
    String key = "transcription " + conversationId + sessionId + start + at + last;
    return new Envelope(TOPIC, "transcription", conversationId, key, conversationId)
        .around(body, at, orgId);
  }
}
