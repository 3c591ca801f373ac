package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.SurveyRow;

/** Customer surveys, which arrive days after their conversations. */
public final class SurveysTable {
  public static final Table<SurveyRow> TABLE =
      Table.<SurveyRow>daily(
              "surveys",
              "One row per customer survey of a conversation, in the conversation's start day. They"
                  + " arrive days later and change, until the day is settled for good.")
          .required("org_id", TEXT, "Genesys organisation id", SurveyRow::orgId)
          .required("conversation_id", TEXT, "conversationId", SurveyRow::conversationId)
          .required(
              "survey_id",
              TEXT,
              "surveyId; position-N where the record tells none",
              SurveyRow::surveyId)
          .required(
              "day",
              DATE,
              "UTC start day of the conversation, the partition",
              row -> row.startDay().day())
          .required(
              "conversation_start", TIMESTAMP, "conversationStart", SurveyRow::conversationStart)
          .optional("event_time", TIMESTAMP, "eventTime", row -> row.survey().eventTime())
          .optional(
              "completed_at", TIMESTAMP, "surveyCompletedDate", row -> row.survey().completedDate())
          .optional("status", TEXT, "surveyStatus", row -> row.survey().status())
          .optional("form_id", TEXT, "surveyFormId", row -> row.survey().formId())
          .optional(
              "form_context_id",
              TEXT,
              "surveyFormContextId: the form, whatever its version",
              row -> row.survey().formContextId())
          .optional("queue_id", TEXT, "queueId", row -> row.survey().queueId())
          .optional("user_id", TEXT, "userId: whose work is judged", row -> row.survey().userId())
          .optional(
              "promoter_score",
              INTEGER,
              "surveyPromoterScore: 0 to 10, for the net promoter score",
              row -> row.survey().promoterScore())
          .optional("total_score", DOUBLE, "oSurveyTotalScore", row -> row.survey().totalScore())
          .keyedBy("conversation_id", "org_id", "conversation_id", "survey_id");

  private SurveysTable() {}
}
