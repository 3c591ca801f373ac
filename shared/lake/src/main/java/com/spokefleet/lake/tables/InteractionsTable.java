package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.row.InteractionRow;

/** Queue and agent legs: the fact behind every per-queue and per-agent figure. */
public final class InteractionsTable {
  public static final Table<InteractionRow> TABLE = declare();

  private InteractionsTable() {}

  private static Table<InteractionRow> declare() {
    Table.Builder<InteractionRow> table =
        Table.daily(
            "interactions",
            "One row per queue or agent leg (session) of an ended conversation; queue figures stand"
                + " on queue legs (purpose acd), agent figures on agent legs. Service level at T"
                + " milliseconds: sum of n_answered where answer_wait_ms <= T, over sum of"
                + " n_answered + n_abandoned. Holds nothing about the customer.");
    identity(table);
    party(table);
    queueFigures(table);
    agentFigures(table);
    course(table);
    return table.keyedBy("conversation_id", "org_id", "conversation_id", "session_id");
  }

  private static void identity(Table.Builder<InteractionRow> table) {
    table
        .required("org_id", TEXT, "Genesys organisation id", InteractionRow::orgId)
        .required("conversation_id", TEXT, "conversationId", InteractionRow::conversationId)
        .required(
            "session_id",
            TEXT,
            "sessionId; a second, different session under the same id gets #2",
            InteractionRow::sessionId)
        .required(
            "conversation_key",
            TEXT,
            "org_id:conversation_id, unique across orgs",
            InteractionRow::conversationKey)
        .required(
            "day",
            DATE,
            "UTC day of the conversation's start, the partition",
            row -> row.startDay().day())
        .required(
            "local_date",
            DATE,
            "day of the conversation's start in the org's time zone",
            row -> row.startDay().localDate())
        .optional("interaction_start", TIMESTAMP, "earliest segmentStart", InteractionRow::start)
        .optional(
            "interaction_end",
            TIMESTAMP,
            "latest segmentEnd; null while a segment is open",
            InteractionRow::end);
  }

  private static void party(Table.Builder<InteractionRow> table) {
    table
        .required("participant_id", TEXT, "participantId", InteractionRow::participantId)
        .optional("purpose", TEXT, "purpose: acd, agent, …", InteractionRow::purpose)
        .optional("media_type", TEXT, "mediaType", InteractionRow::mediaType)
        .optional("message_type", TEXT, "messageType", InteractionRow::messageType)
        .optional("direction", TEXT, "direction", InteractionRow::direction)
        .optional(
            "queue_id", TEXT, "queueId of the first segment that has one", InteractionRow::queueId)
        .optional("queue_key", TEXT, "org_id:queue_id, joins dim_queue", InteractionRow::queueKey)
        .optional("user_id", TEXT, "userId of the agent", InteractionRow::userId)
        .optional("user_key", TEXT, "org_id:user_id, joins dim_agent", InteractionRow::userKey)
        .optional("team_id", TEXT, "teamId of the agent", InteractionRow::teamId)
        .required(
            "outcome",
            TEXT,
            "how the leg ended: answered, abandoned, flow_out, transferred, not_responding or"
                + " other; count with the n_ columns instead",
            row -> row.outcome().text());
  }

  private static void queueFigures(Table.Builder<InteractionRow> table) {
    figure(table, "n_offered", "times offered to the queue (nOffered)", Figure.OFFERED);
    table.optional(
        "offered_at", TIMESTAMP, "emitDate of nOffered", row -> row.moments().offeredAt());
    figure(table, "wait_ms", "waited in the queue (tAcd), milliseconds", Figure.WAIT_MS);
    figure(table, "n_answered", "times answered (tAnswered), on the agent leg", Figure.ANSWERED);
    table.optional(
        "answered_at", TIMESTAMP, "emitDate of tAnswered", row -> row.moments().answeredAt());
    figure(
        table,
        "answer_wait_ms",
        "waited in the queue until this agent answered (tAnswered), milliseconds",
        Figure.ANSWER_WAIT_MS);
    figure(table, "n_abandoned", "times abandoned (tAbandon), on the queue leg", Figure.ABANDONED);
    table.optional(
        "abandoned_at", TIMESTAMP, "emitDate of tAbandon", row -> row.moments().abandonedAt());
    figure(
        table,
        "abandon_wait_ms",
        "waited until abandoned (tAbandon), milliseconds",
        Figure.ABANDON_WAIT_MS);
    figure(
        table,
        "n_short_abandoned",
        "of the abandons, those the org calls short (tShortAbandon)",
        Figure.SHORT_ABANDONED);
    figure(table, "n_flow_out", "times taken out by the queue's flow (tFlowOut)", Figure.FLOW_OUT);
    table.optional(
        "flow_out_at", TIMESTAMP, "emitDate of tFlowOut", row -> row.moments().flowedOutAt());
    figure(
        table,
        "n_over_sla",
        "times over the queue's own service level target (nOverSla)",
        Figure.OVER_SLA);
  }

  private static void agentFigures(Table.Builder<InteractionRow> table) {
    figure(table, "n_alerted", "times alerted (tAlert)", Figure.ALERTED);
    figure(table, "alert_ms", "alerting (tAlert), milliseconds", Figure.ALERT_MS);
    figure(
        table,
        "n_not_responding",
        "times alerted and not answered (tNotResponding)",
        Figure.NOT_RESPONDING);
    figure(
        table,
        "not_responding_ms",
        "alerting in vain (tNotResponding), milliseconds",
        Figure.NOT_RESPONDING_MS);
    figure(
        table,
        "n_talked",
        "legs with talk (tTalkComplete, else 1 if any tTalk): divisor of average talk",
        Figure.TALKED);
    figure(
        table,
        "talk_ms",
        "talk (tTalkComplete, else the sum of tTalk), milliseconds",
        Figure.TALK_MS);
    figure(
        table,
        "n_held",
        "legs with hold (tHeldComplete, else 1 if any tHeld): divisor of average hold",
        Figure.HELD);
    figure(
        table,
        "held_ms",
        "on hold (tHeldComplete, else the sum of tHeld), milliseconds",
        Figure.HELD_MS);
    figure(
        table,
        "n_acw",
        "times in after-call work (tAcw): divisor of average after-call work",
        Figure.WRAPPED_UP);
    figure(table, "acw_ms", "after-call work (tAcw), milliseconds", Figure.ACW_MS);
    figure(
        table,
        "n_handled",
        "handle times emitted (tHandle), also by legs never answered: divisor of AHT",
        Figure.HANDLED);
    table.optional(
        "handled_at",
        TIMESTAMP,
        "emitDate of tHandle, which is the end of after-call work",
        row -> row.moments().handledAt());
    figure(
        table,
        "handle_ms",
        "handle time (tHandle): talk, hold, after-call work, dialling and contacting,"
            + " milliseconds",
        Figure.HANDLE_MS);
    figure(table, "n_transferred", "transfers by this agent (nTransferred)", Figure.TRANSFERRED);
    table.optional(
        "transferred_at",
        TIMESTAMP,
        "emitDate of nTransferred",
        row -> row.moments().transferredAt());
    figure(
        table,
        "n_blind_transferred",
        "of them without talking first (nBlindTransferred)",
        Figure.BLIND_TRANSFERRED);
    figure(
        table,
        "n_consult_transferred",
        "of them after talking first (nConsultTransferred)",
        Figure.CONSULT_TRANSFERRED);
    figure(table, "n_consult", "consultations (nConsult)", Figure.CONSULTED);
    figure(table, "n_error", "errors (nError)", Figure.ERRORS);
    figure(table, "dialing_ms", "dialling (tDialing), milliseconds", Figure.DIALING_MS);
    figure(table, "contacting_ms", "contacting (tContacting), milliseconds", Figure.CONTACTING_MS);
  }

  private static void figure(
      Table.Builder<InteractionRow> table, String column, String meaning, Figure figure) {
    table.required(column, INTEGER, meaning, row -> row.figures().get(figure));
  }

  private static void course(Table.Builder<InteractionRow> table) {
    table
        .optional(
            "wrapup_code",
            TEXT,
            "last wrapUpCode of the leg, as the org calls it; see dim_wrapup for its meaning",
            InteractionRow::wrapupCode)
        .optional(
            "disconnect_type",
            TEXT,
            "last disconnectType, seen from this leg",
            InteractionRow::disconnectType)
        .optional("error_code", TEXT, "last errorCode", InteractionRow::errorCode)
        .optional(
            "requested_routings",
            TEXT,
            "requestedRoutings, comma-separated",
            InteractionRow::requestedRoutings)
        .optional("used_routing", TEXT, "usedRouting", InteractionRow::usedRouting)
        .optional(
            "requested_skill_ids",
            TEXT,
            "requestedRoutingSkillIds, comma-separated",
            InteractionRow::requestedSkillIds)
        .optional(
            "requested_language_id",
            TEXT,
            "requestedLanguageId",
            InteractionRow::requestedLanguageId)
        .optional("flow_in_type", TEXT, "flowInType", InteractionRow::flowInType)
        .optional("flow_out_type", TEXT, "flowOutType", InteractionRow::flowOutType)
        .optional(
            "outbound_campaign_id", TEXT, "outboundCampaignId", InteractionRow::outboundCampaignId)
        .optional(
            "callback_scheduled_at",
            TIMESTAMP,
            "callbackScheduledTime",
            InteractionRow::callbackScheduledAt)
        .optional("acw_skipped", BOOLEAN, "acwSkipped", InteractionRow::acwSkipped);
  }
}
