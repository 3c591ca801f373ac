package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Survey;
import java.io.IOException;
import java.time.Instant;

/** Decodes an {@code AnalyticsSurvey}. */
final class SurveyDecoder {
  private static final String PATH = "surveys";

  private SurveyDecoder() {}

  static Survey decode(FieldReader reader) throws IOException, PoisonException {
    String surveyId = null;
    Instant eventTime = null;
    Instant completedDate = null;
    String status = null;
    String formId = null;
    String formContextId = null;
    String queueId = null;
    String userId = null;
    Long promoterScore = null;
    Double totalScore = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "surveyId" -> surveyId = reader.identifier();
        case "eventTime" -> eventTime = reader.instant();
        case "surveyCompletedDate" -> completedDate = reader.instant();
        case "surveyStatus" -> status = reader.word();
        case "surveyFormId" -> formId = reader.repeatedIdentifier();
        case "surveyFormContextId" -> formContextId = reader.repeatedIdentifier();
        case "queueId" -> queueId = reader.repeatedIdentifier();
        case "userId" -> userId = reader.repeatedIdentifier();
        case "surveyPromoterScore" -> promoterScore = reader.whole();
        case "oSurveyTotalScore" -> totalScore = reader.decimal();
        case "surveyFormName" -> reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Survey(
        surveyId,
        eventTime,
        completedDate,
        status,
        formId,
        formContextId,
        queueId,
        userId,
        promoterScore,
        totalScore);
  }
}
