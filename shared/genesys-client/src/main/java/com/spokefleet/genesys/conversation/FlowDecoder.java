package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Flow;
import java.io.IOException;

/** Decodes an {@code AnalyticsFlow}. */
final class FlowDecoder {
  private static final String PATH = "participants.sessions.flow";

  private FlowDecoder() {}

  static Flow decode(FieldReader reader) throws IOException, PoisonException {
    String flowId = null;
    String flowName = null;
    String flowType = null;
    String flowVersion = null;
    String entryType = null;
    String entryReason = null;
    String exitReason = null;
    String transferType = null;
    String transferTargetName = null;
    String transferTargetAddress = null;
    String startingLanguage = null;
    String endingLanguage = null;
    Boolean issuedCallback = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "flowId" -> flowId = reader.repeatedIdentifier();
        case "flowName" -> flowName = reader.word();
        case "flowType" -> flowType = reader.word();
        case "flowVersion" -> flowVersion = reader.word();
        case "entryType" -> entryType = reader.word();
        case "entryReason" -> entryReason = reader.word();
        case "exitReason" -> exitReason = reader.word();
        case "transferType" -> transferType = reader.word();
        case "transferTargetName" -> transferTargetName = reader.word();
        case "transferTargetAddress" -> transferTargetAddress = reader.word();
        case "startingLanguage" -> startingLanguage = reader.word();
        case "endingLanguage" -> endingLanguage = reader.word();
        case "issuedCallback" -> issuedCallback = reader.truth();
        case "recognitionFailureReason", "outcomes" -> reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Flow(
        flowId,
        flowName,
        flowType,
        flowVersion,
        entryType,
        entryReason,
        exitReason,
        transferType,
        transferTargetName,
        transferTargetAddress,
        startingLanguage,
        endingLanguage,
        issuedCallback);
  }
}
