package com.spokefleet.testing.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.ledger.TrueAftermath;
import java.io.IOException;

/** Evaluations, surveys and resolutions as they stand on a conversation's record. */
final class AftermathJson {
  private final JsonGenerator json;

  AftermathJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * @param resolvedAt epoch milliseconds
   */
  void write(TrueAftermath aftermath, long resolvedAt) throws IOException {
    if (!aftermath.evaluations().isEmpty()) {
      json.writeArrayFieldStart("evaluations");
      for (TrueAftermath.Evaluation evaluation : aftermath.evaluations()) {
        write(evaluation);
      }
      json.writeEndArray();
    }
    if (!aftermath.surveys().isEmpty()) {
      json.writeArrayFieldStart("surveys");
      for (TrueAftermath.Survey survey : aftermath.surveys()) {
        write(survey);
      }
      json.writeEndArray();
    }
    Boolean avoided = aftermath.nextContactAvoided();
    if (avoided != null) {
      json.writeArrayFieldStart("resolutions");
      json.writeStartObject();
      json.writeStringField("eventTime", Timestamps.text(resolvedAt));
      json.writeNumberField("nNextContactAvoided", avoided ? 1 : 0);
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void write(TrueAftermath.Evaluation evaluation) throws IOException {
    json.writeStartObject();
    json.writeStringField("evaluationId", evaluation.id());
    json.writeStringField("eventTime", Timestamps.text(evaluation.at().toEpochMilli()));
    json.writeStringField("evaluationStatus", "Finished");
    json.writeStringField("formName", "Courtesy and closing");
    json.writeStringField("userId", evaluation.userId());
    json.writeStringField("evaluatorId", evaluation.evaluatorId());
    json.writeBooleanField("released", true);
    json.writeNumberField("oTotalScore", evaluation.score());
    json.writeEndObject();
  }

  private void write(TrueAftermath.Survey survey) throws IOException {
    json.writeStartObject();
    json.writeStringField("surveyId", survey.id());
    json.writeStringField("eventTime", Timestamps.text(survey.at().toEpochMilli()));
    json.writeStringField("surveyCompletedDate", Timestamps.text(survey.at().toEpochMilli()));
    json.writeStringField("surveyStatus", "Finished");
    json.writeStringField("surveyFormName", "How did we do?");
    json.writeNumberField("surveyPromoterScore", survey.promoterScore());
    json.writeEndObject();
  }
}
