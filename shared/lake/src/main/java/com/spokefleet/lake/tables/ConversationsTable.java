package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.row.ConversationRow;

/** Ended conversations. Its figures are the sums of the conversation's interactions. */
public final class ConversationsTable {
  public static final Table<ConversationRow> TABLE = declare();

  private ConversationsTable() {}

  private static Table<ConversationRow> declare() {
    Table.Builder<ConversationRow> table =
        Table.daily(
            "conversations",
            "One row per ended conversation. Count these for contacts; offered counts one contact"
                + " once per queue it waited in.");
    identity(table);
    course(table);
    queueFigures(table);
    agentFigures(table);
    qualityAndLink(table);
    customer(table);
    resolution(table);
    return table.keyedBy("conversation_id", "org_id", "conversation_id");
  }

  private static void identity(Table.Builder<ConversationRow> table) {
    table
        .required("org_id", TEXT, "Genesys organisation id", ConversationRow::orgId)
        .required("conversation_id", TEXT, "conversationId", ConversationRow::conversationId)
        .required(
            "conversation_key",
            TEXT,
            "org_id:conversation_id, unique across orgs",
            ConversationRow::conversationKey)
        .required(
            "day",
            DATE,
            "UTC day of conversation_start, the partition",
            row -> row.startDay().day())
        .required(
            "local_date",
            DATE,
            "day of conversation_start in the org's time zone",
            row -> row.startDay().localDate())
        .required(
            "local_interval",
            TEXT,
            "start of its half hour in the org's time zone, such as 2026-10-25T02:30",
            row -> row.startDay().localInterval())
        .required(
            "utc_offset_minutes",
            INTEGER,
            "the org's offset from UTC at conversation_start, daylight saving included",
            row -> row.startDay().utcOffsetMinutes())
        .required("conversation_start", TIMESTAMP, "conversationStart", ConversationRow::start)
        .required("conversation_end", TIMESTAMP, "conversationEnd", ConversationRow::end)
        .required(
            "duration_ms",
            INTEGER,
            "conversation_end − conversation_start, milliseconds",
            ConversationRow::durationMs)
        .optional(
            "conference_start", TIMESTAMP, "conferenceStart", ConversationRow::conferenceStart);
  }

  private static void course(Table.Builder<ConversationRow> table) {
    table
        .optional(
            "originating_direction",
            TEXT,
            "originatingDirection: inbound or outbound",
            ConversationRow::originatingDirection)
        .optional(
            "conversation_initiator",
            TEXT,
            "conversationInitiator",
            ConversationRow::conversationInitiator)
        .optional(
            "customer_participation",
            BOOLEAN,
            "customerParticipation",
            ConversationRow::customerParticipation)
        .optional(
            "is_self_served",
            BOOLEAN,
            "selfServed: the customer needed no agent",
            ConversationRow::selfServed)
        .optional(
            "first_media_type",
            TEXT,
            "mediaType of the earliest session that has one",
            ConversationRow::firstMediaType)
        .optional("division_id", TEXT, "first of divisionIds", ConversationRow::divisionId)
        .optional(
            "division_ids", TEXT, "divisionIds, comma-separated", ConversationRow::divisionIds)
        .optional(
            "first_flow_id",
            TEXT,
            "flow.flowId of the earliest session that ran a flow",
            ConversationRow::firstFlowId)
        .optional("first_flow_name", TEXT, "its flow.flowName", ConversationRow::firstFlowName)
        .optional(
            "first_queue_id",
            TEXT,
            "queueId of the earliest interaction that has one",
            ConversationRow::firstQueueId)
        .optional(
            "last_queue_id",
            TEXT,
            "queueId of the latest interaction that has one",
            ConversationRow::lastQueueId)
        .optional(
            "first_user_id",
            TEXT,
            "userId of the earliest interaction that has one, answered or not",
            ConversationRow::firstUserId)
        .optional(
            "last_user_id",
            TEXT,
            "userId of the latest interaction that has one, answered or not",
            ConversationRow::lastUserId)
        .optional(
            "wrapup_code",
            TEXT,
            "wrapUpCode of the latest wrap-up, as the org calls it; see dim_wrapup for its meaning",
            ConversationRow::wrapupCode)
        .required(
            "n_participants", INTEGER, "number of participants", ConversationRow::participants)
        .required("n_sessions", INTEGER, "number of sessions", ConversationRow::sessions)
        .required(
            "n_interactions",
            INTEGER,
            "rows of this conversation in interactions",
            ConversationRow::interactions)
        .required(
            "n_segments",
            INTEGER,
            "rows of this conversation in segments",
            ConversationRow::segments);
  }

  private static void queueFigures(Table.Builder<ConversationRow> table) {
    figure(table, "n_offered", "times offered to a queue (nOffered)", Figure.OFFERED);
    figure(table, "t_wait_ms", "waited in queues (tAcd), milliseconds", Figure.WAIT_MS);
    figure(table, "n_answered", "times answered by an agent (tAnswered)", Figure.ANSWERED);
    figure(
        table,
        "t_answer_wait_ms",
        "waited until answered (tAnswered), milliseconds",
        Figure.ANSWER_WAIT_MS);
    figure(table, "n_abandoned", "times abandoned in a queue (tAbandon)", Figure.ABANDONED);
    figure(
        table,
        "t_abandon_wait_ms",
        "waited until abandoned (tAbandon), milliseconds",
        Figure.ABANDON_WAIT_MS);
    figure(
        table,
        "n_short_abandoned",
        "of the abandons, those the org calls short (tShortAbandon)",
        Figure.SHORT_ABANDONED);
    figure(
        table, "n_flow_out", "times taken out of a queue by its flow (tFlowOut)", Figure.FLOW_OUT);
    figure(
        table,
        "n_over_sla",
        "times over the queue's own service level target (nOverSla)",
        Figure.OVER_SLA);
    table.required(
        "t_ivr_ms", INTEGER, "spent in IVR flows (tIvr), milliseconds", ConversationRow::ivrMs);
  }

  private static void agentFigures(Table.Builder<ConversationRow> table) {
    figure(table, "n_alerted", "times an agent was alerted (tAlert)", Figure.ALERTED);
    figure(table, "t_alert_ms", "alerting (tAlert), milliseconds", Figure.ALERT_MS);
    figure(
        table,
        "n_not_responding",
        "times an alerted agent did not answer (tNotResponding)",
        Figure.NOT_RESPONDING);
    figure(
        table,
        "n_talked",
        "agent legs with talk (tTalkComplete, else tTalk): divisor of average talk",
        Figure.TALKED);
    figure(table, "t_talk_ms", "talk (tTalkComplete, else tTalk), milliseconds", Figure.TALK_MS);
    figure(
        table,
        "n_held",
        "agent legs with hold (tHeldComplete, else tHeld): divisor of average hold",
        Figure.HELD);
    figure(table, "t_held_ms", "on hold (tHeldComplete, else tHeld), milliseconds", Figure.HELD_MS);
    figure(
        table,
        "n_acw",
        "agent legs with after-call work (tAcw): divisor of average after-call work",
        Figure.WRAPPED_UP);
    figure(table, "t_acw_ms", "after-call work (tAcw), milliseconds", Figure.ACW_MS);
    figure(
        table,
        "n_handled",
        "agent legs with handle time (tHandle), unanswered ones included: divisor of AHT",
        Figure.HANDLED);
    figure(table, "t_handle_ms", "handle time (tHandle), milliseconds", Figure.HANDLE_MS);
    figure(table, "n_transferred", "transfers by agents (nTransferred)", Figure.TRANSFERRED);
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
    figure(table, "n_error", "errors on queue and agent legs (nError)", Figure.ERRORS);
    figure(table, "t_dialing_ms", "dialling (tDialing), milliseconds", Figure.DIALING_MS);
    figure(
        table, "t_contacting_ms", "contacting (tContacting), milliseconds", Figure.CONTACTING_MS);
  }

  private static void figure(
      Table.Builder<ConversationRow> table, String column, String meaning, Figure figure) {
    table.required(column, INTEGER, meaning, row -> row.figures().get(figure));
  }

  private static void qualityAndLink(Table.Builder<ConversationRow> table) {
    table
        .optional(
            "min_mos",
            DOUBLE,
            "mediaStatsMinConversationMos: worst voice quality, 1 to 5",
            ConversationRow::minMos)
        .optional(
            "min_r_factor",
            DOUBLE,
            "mediaStatsMinConversationRFactor: worst voice quality, 0 to 100",
            ConversationRow::minRFactor)
        .required(
            "direct_link",
            TEXT,
            "opens the conversation in the org's own Genesys web client",
            ConversationRow::directLink);
  }

  private static void customer(Table.Builder<ConversationRow> table) {
    table
        .optional(
            "customer_name",
            TEXT,
            Meanings.personal("participantName of the customer", "participantName"),
            row -> row.customer().participantName())
        .optional(
            "ani",
            TEXT,
            Meanings.personal("ani of the customer leg", "ani"),
            row -> row.customer().ani())
        .optional(
            "dnis",
            TEXT,
            Meanings.personal("dnis of the customer leg", "dnis"),
            row -> row.customer().dnis())
        .optional(
            "external_contact_id",
            TEXT,
            Meanings.personal("externalContactId", "externalContactId"),
            row -> row.customer().externalContactId())
        .optional(
            "external_organization_id",
            TEXT,
            Meanings.personal("externalOrganizationId", "externalOrganizationId"),
            row -> row.customer().externalOrganizationId())
        .optional(
            "external_tag",
            TEXT,
            Meanings.personal("externalTag", "externalTag"),
            row -> row.customer().externalTag());
  }

  private static void resolution(Table.Builder<ConversationRow> table) {
    table
        .required(
            "resolutions",
            INTEGER,
            "resolutions Genesys has told, a week after the end",
            ConversationRow::resolutions)
        .optional(
            "n_next_contact_avoided",
            INTEGER,
            "nNextContactAvoided: how many of them spared a next contact; null until told",
            ConversationRow::nextContactAvoided);
  }
}
