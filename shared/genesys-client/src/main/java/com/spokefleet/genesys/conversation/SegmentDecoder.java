package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Segment;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Decodes an {@code AnalyticsConversationSegment}. */
final class SegmentDecoder {
  private static final String PATH = "participants.sessions.segments";

  private SegmentDecoder() {}

  static Segment decode(FieldReader reader) throws IOException, PoisonException {
    String segmentType = null;
    Instant start = null;
    Instant end = null;
    String queueId = null;
    String groupId = null;
    String disconnectType = null;
    String errorCode = null;
    Boolean conference = null;
    String wrapUpCode = null;
    String wrapUpNote = null;
    List<String> wrapUpTags = List.of();
    List<String> requestedRoutingSkillIds = List.of();
    String requestedLanguageId = null;
    List<Long> sipResponseCodes = List.of();
    List<Long> q850ResponseCodes = List.of();
    String subject = null;
    Boolean audioMuted = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "segmentType" -> segmentType = reader.word();
        case "segmentStart" -> start = reader.instant();
        case "segmentEnd" -> end = reader.instant();
        case "queueId" -> queueId = reader.repeatedIdentifier();
        case "groupId" -> groupId = reader.repeatedIdentifier();
        case "disconnectType" -> disconnectType = reader.word();
        case "errorCode" -> errorCode = reader.word();
        case "conference" -> conference = reader.truth();
        case "wrapUpCode" -> wrapUpCode = reader.repeatedIdentifier();
        case "wrapUpNote" -> wrapUpNote = reader.text();
        case "wrapUpTags" -> wrapUpTags = reader.words();
        case "requestedRoutingSkillIds" -> requestedRoutingSkillIds = reader.words();
        case "requestedLanguageId" -> requestedLanguageId = reader.repeatedIdentifier();
        case "sipResponseCodes" -> sipResponseCodes = reader.wholes();
        case "q850ResponseCodes" -> q850ResponseCodes = reader.wholes();
        case "subject" -> subject = reader.text();
        case "audioMuted" -> audioMuted = reader.truth();
        case "destinationConversationId",
            "destinationSessionId",
            "errorCodeDescription",
            "properties",
            "requestedRoutingUserIds",
            "scoredAgents",
            "sourceConversationId",
            "sourceSessionId",
            "videoMuted" ->
            reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Segment(
        segmentType,
        reader.required(start, "segmentStart"),
        end,
        queueId,
        groupId,
        disconnectType,
        errorCode,
        conference,
        wrapUpCode,
        wrapUpNote,
        wrapUpTags,
        requestedRoutingSkillIds,
        requestedLanguageId,
        sipResponseCodes,
        q850ResponseCodes,
        subject,
        audioMuted);
  }
}
