package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decodes an {@code AnalyticsParticipant}. Not thread-safe: it reuses its buffers. */
final class ParticipantDecoder {
  private static final String PATH = "participants";

  private final SessionDecoder sessionDecoder = new SessionDecoder();
  private final List<Session> sessionBuffer = new ArrayList<>();
  private final Set<String> wantedAttributes;

  ParticipantDecoder(Set<String> wantedAttributes) {
    this.wantedAttributes = wantedAttributes;
  }

  Participant decode(FieldReader reader) throws IOException, PoisonException {
    List<Session> sessions = List.of();
    Map<String, String> attributes = Map.of();
    String participantId = null;
    String name = null;
    String purpose = null;
    String userId = null;
    String teamId = null;
    String externalContactId = null;
    String externalOrganizationId = null;
    String flaggedReason = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "participantId" -> participantId = reader.identifier();
        case "participantName" -> name = reader.text();
        case "purpose" -> purpose = reader.word();
        case "userId" -> userId = reader.repeatedIdentifier();
        case "teamId" -> teamId = reader.repeatedIdentifier();
        case "externalContactId" -> externalContactId = reader.identifier();
        case "externalOrganizationId" -> externalOrganizationId = reader.repeatedIdentifier();
        case "flaggedReason" -> flaggedReason = reader.word();
        case "sessions" -> sessions = reader.objects(sessionBuffer, sessionDecoder::decode);
        case "attributes" -> attributes = reader.texts(wantedAttributes);
        case "screenRecording" -> reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Participant(
        reader.required(participantId, "participantId"),
        name,
        purpose,
        userId,
        teamId,
        externalContactId,
        externalOrganizationId,
        flaggedReason,
        attributes,
        sessions);
  }
}
