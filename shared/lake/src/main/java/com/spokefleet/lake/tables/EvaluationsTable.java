package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.EvaluationRow;

/** Quality evaluations, which arrive days after their conversations. */
public final class EvaluationsTable {
  public static final Table<EvaluationRow> TABLE =
      Table.<EvaluationRow>daily(
              "evaluations",
              "One row per quality evaluation of a conversation, in the conversation's start day."
                  + " They arrive days later and change, until the day is settled for good.")
          .required("org_id", TEXT, "Genesys organisation id", EvaluationRow::orgId)
          .required("conversation_id", TEXT, "conversationId", EvaluationRow::conversationId)
          .required(
              "evaluation_id",
              TEXT,
              "evaluationId; position-N where the record tells none",
              EvaluationRow::evaluationId)
          .required(
              "day",
              DATE,
              "UTC start day of the conversation, the partition",
              row -> row.startDay().day())
          .required(
              "conversation_start",
              TIMESTAMP,
              "conversationStart",
              EvaluationRow::conversationStart)
          .optional(
              "event_time",
              TIMESTAMP,
              "eventTime: when it was evaluated",
              row -> row.evaluation().eventTime())
          .optional(
              "status",
              TEXT,
              "evaluationStatus: Finished, InProgress, InReview, Pending, Retracted",
              row -> row.evaluation().status())
          .optional("form_id", TEXT, "formId", row -> row.evaluation().formId())
          .optional(
              "context_id",
              TEXT,
              "contextId: the form, whatever its version",
              row -> row.evaluation().contextId())
          .optional(
              "calibration_id", TEXT, "calibrationId", row -> row.evaluation().calibrationId())
          .optional("queue_id", TEXT, "queueId", row -> row.evaluation().queueId())
          .optional("user_id", TEXT, "userId: who was evaluated", row -> row.evaluation().userId())
          .optional(
              "evaluator_id",
              TEXT,
              "evaluatorId: who evaluated",
              row -> row.evaluation().evaluatorId())
          .optional(
              "assignee_id",
              TEXT,
              "assigneeId: who is to evaluate",
              row -> row.evaluation().assigneeId())
          .optional(
              "assignee_applicable",
              BOOLEAN,
              "assigneeApplicable",
              row -> row.evaluation().assigneeApplicable())
          .optional("deleted", BOOLEAN, "deleted", row -> row.evaluation().deleted())
          .optional("released", BOOLEAN, "released", row -> row.evaluation().released())
          .optional("rescored", BOOLEAN, "rescored", row -> row.evaluation().rescored())
          .optional("total_score", DOUBLE, "oTotalScore", row -> row.evaluation().totalScore())
          .optional(
              "total_critical_score",
              DOUBLE,
              "oTotalCriticalScore",
              row -> row.evaluation().totalCriticalScore())
          .keyedBy("conversation_id", "org_id", "conversation_id", "evaluation_id");

  private EvaluationsTable() {}
}
