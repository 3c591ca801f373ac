package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Evaluation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Resolution;
import com.spokefleet.normalize.conversation.Survey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decodes an {@code AnalyticsConversation}. Not thread-safe: it reuses its buffers. */
final class ConversationDecoder {
  private static final String PATH = "";

  private final ParticipantDecoder participantDecoder;
  private final List<Participant> participantBuffer = new ArrayList<>();
  private final List<Evaluation> evaluationBuffer = new ArrayList<>();
  private final List<Survey> surveyBuffer = new ArrayList<>();
  private final List<Resolution> resolutionBuffer = new ArrayList<>();

  /**
   * @param attributes names of the participant attributes to be read
   */
  ConversationDecoder(Set<String> attributes) {
    this.participantDecoder = new ParticipantDecoder(attributes);
  }

  Conversation decode(FieldReader reader) throws IOException, PoisonException {
    List<Participant> participants = List.of();
    List<Evaluation> evaluations = List.of();
    List<Survey> surveys = List.of();
    List<Resolution> resolutions = List.of();
    String conversationId = null;
    Instant start = null;
    Instant end = null;
    Instant conferenceStart = null;
    String originatingDirection = null;
    String conversationInitiator = null;
    Boolean customerParticipation = null;
    Boolean selfServed = null;
    String externalTag = null;
    Double minMos = null;
    Double minRFactor = null;
    List<String> divisionIds = List.of();
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "conversationId" -> conversationId = reader.identifier();
        case "conversationStart" -> start = reader.instant();
        case "conversationEnd" -> end = reader.instant();
        case "conferenceStart" -> conferenceStart = reader.instant();
        case "originatingDirection" -> originatingDirection = reader.word();
        case "conversationInitiator" -> conversationInitiator = reader.word();
        case "customerParticipation" -> customerParticipation = reader.truth();
        case "selfServed" -> selfServed = reader.truth();
        case "externalTag" -> externalTag = reader.text();
        case "mediaStatsMinConversationMos" -> minMos = reader.decimal();
        case "mediaStatsMinConversationRFactor" -> minRFactor = reader.decimal();
        case "divisionIds" -> divisionIds = reader.words();
        case "participants" ->
            participants = reader.objects(participantBuffer, participantDecoder::decode);
        case "evaluations" ->
            evaluations = reader.objects(evaluationBuffer, EvaluationDecoder::decode);
        case "surveys" -> surveys = reader.objects(surveyBuffer, SurveyDecoder::decode);
        case "resolutions" ->
            resolutions = reader.objects(resolutionBuffer, ResolutionDecoder::decode);
        case "accessAttributes",
            "associatedConversationId",
            "consultationConversationIds",
            "inactivityTimeout",
            "knowledgeBaseIds",
            "originatingSocialMediaPublic" ->
            reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Conversation(
        reader.required(conversationId, "conversationId"),
        reader.required(start, "conversationStart"),
        end,
        conferenceStart,
        originatingDirection,
        conversationInitiator,
        customerParticipation,
        selfServed,
        externalTag,
        minMos,
        minRFactor,
        divisionIds,
        participants,
        evaluations,
        surveys,
        resolutions);
  }
}
