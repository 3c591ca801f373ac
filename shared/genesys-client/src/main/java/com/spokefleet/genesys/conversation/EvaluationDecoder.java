package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Evaluation;
import java.io.IOException;
import java.time.Instant;

/** Decodes an {@code AnalyticsEvaluation}. */
final class EvaluationDecoder {
  private static final String PATH = "evaluations";

  private EvaluationDecoder() {}

  static Evaluation decode(FieldReader reader) throws IOException, PoisonException {
    String evaluationId = null;
    Instant eventTime = null;
    String status = null;
    String formId = null;
    String contextId = null;
    String calibrationId = null;
    String queueId = null;
    String userId = null;
    String evaluatorId = null;
    String assigneeId = null;
    Boolean assigneeApplicable = null;
    Boolean deleted = null;
    Boolean released = null;
    Boolean rescored = null;
    Double totalScore = null;
    Double totalCriticalScore = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "evaluationId" -> evaluationId = reader.identifier();
        case "eventTime" -> eventTime = reader.instant();
        case "evaluationStatus" -> status = reader.word();
        case "formId" -> formId = reader.repeatedIdentifier();
        case "contextId" -> contextId = reader.repeatedIdentifier();
        case "calibrationId" -> calibrationId = reader.identifier();
        case "queueId" -> queueId = reader.repeatedIdentifier();
        case "userId" -> userId = reader.repeatedIdentifier();
        case "evaluatorId" -> evaluatorId = reader.repeatedIdentifier();
        case "assigneeId" -> assigneeId = reader.repeatedIdentifier();
        case "assigneeApplicable" -> assigneeApplicable = reader.truth();
        case "deleted" -> deleted = reader.truth();
        case "released" -> released = reader.truth();
        case "rescored" -> rescored = reader.truth();
        // Whole numbers in the SDK, which is known to be wrong about others like them.
        case "oTotalScore" -> totalScore = reader.decimal();
        case "oTotalCriticalScore" -> totalCriticalScore = reader.decimal();
        case "formName" -> reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Evaluation(
        evaluationId,
        eventTime,
        status,
        formId,
        contextId,
        calibrationId,
        queueId,
        userId,
        evaluatorId,
        assigneeId,
        assigneeApplicable,
        deleted,
        released,
        rescored,
        totalScore,
        totalCriticalScore);
  }
}
