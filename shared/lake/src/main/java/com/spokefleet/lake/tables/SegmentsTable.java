package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.SegmentRow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every participant was doing, moment by moment. */
public final class SegmentsTable {
  public static final Table<SegmentRow> TABLE = declare();

  private SegmentsTable() {}

  private static Table<SegmentRow> declare() {
    Table.Builder<SegmentRow> table =
        Table.daily(
            "segments",
            "One row per segment of any participant's session, the customer's and the IVR's"
                + " included.");
    identity(table);
    party(table);
    course(table);
    customer(table);
    return table.keyedBy(
        "conversation_id", "org_id", "conversation_id", "session_id", "segment_index");
  }

  private static void identity(Table.Builder<SegmentRow> table) {
    table
        .required("org_id", TEXT, "Genesys organisation id", SegmentRow::orgId)
        .required("conversation_id", TEXT, "conversationId", SegmentRow::conversationId)
        .required(
            "session_id",
            TEXT,
            "sessionId; a second, different session under the same id gets #2",
            SegmentRow::sessionId)
        .required(
            "segment_index",
            INTEGER,
            "position in the session's record, from 0",
            SegmentRow::segmentIndex)
        .required(
            "day",
            DATE,
            "UTC day of the conversation's start, the partition",
            row -> row.startDay().day())
        .required("segment_start", TIMESTAMP, "segmentStart", SegmentRow::start)
        .optional("segment_end", TIMESTAMP, "segmentEnd; null while open", SegmentRow::end)
        .optional(
            "duration_ms",
            INTEGER,
            "segment_end − segment_start, milliseconds; 0 where the clocks ran backwards",
            SegmentRow::durationMs)
        .optional(
            "segment_type",
            TEXT,
            "segmentType: alert, interact, hold, wrapup, ivr, …",
            SegmentRow::segmentType);
  }

  private static void party(Table.Builder<SegmentRow> table) {
    table
        .required("participant_id", TEXT, "participantId", SegmentRow::participantId)
        .optional("purpose", TEXT, "purpose: customer, ivr, acd, agent, …", SegmentRow::purpose)
        .optional("peer_id", TEXT, "peerId: the session on the other side", SegmentRow::peerId)
        .optional("media_type", TEXT, "mediaType", SegmentRow::mediaType)
        .optional("direction", TEXT, "direction", SegmentRow::direction)
        .optional("provider", TEXT, "provider", SegmentRow::provider)
        .optional("queue_id", TEXT, "queueId", SegmentRow::queueId)
        .optional("user_id", TEXT, "userId of the agent", SegmentRow::userId)
        .optional("group_id", TEXT, "groupId", SegmentRow::groupId);
  }

  private static void course(Table.Builder<SegmentRow> table) {
    table
        .optional(
            "disconnect_type",
            TEXT,
            "disconnectType, seen from this leg",
            SegmentRow::disconnectType)
        .optional("error_code", TEXT, "errorCode", SegmentRow::errorCode)
        .optional("conference", BOOLEAN, "conference", SegmentRow::conference)
        .optional("audio_muted", BOOLEAN, "audioMuted", SegmentRow::audioMuted)
        .optional("wrapup_code", TEXT, "wrapUpCode, as the org calls it", SegmentRow::wrapupCode)
        .optional("wrapup_tags", TEXT, "wrapUpTags, comma-separated", SegmentRow::wrapupTags)
        .optional(
            "requested_skill_ids",
            TEXT,
            "requestedRoutingSkillIds, comma-separated",
            SegmentRow::requestedSkillIds)
        .optional(
            "requested_language_id", TEXT, "requestedLanguageId", SegmentRow::requestedLanguageId)
        .optional(
            "sip_response_codes",
            TEXT,
            "sipResponseCodes, comma-separated",
            SegmentRow::sipResponseCodes)
        .optional(
            "q850_response_codes",
            TEXT,
            "q850ResponseCodes, comma-separated",
            SegmentRow::q850ResponseCodes)
        .optional("flow_id", TEXT, "flow.flowId of the session", SegmentRow::flowId)
        .optional("flow_name", TEXT, "flow.flowName", SegmentRow::flowName)
        .optional("flow_type", TEXT, "flow.flowType", SegmentRow::flowType)
        .optional("flow_entry_type", TEXT, "flow.entryType", SegmentRow::flowEntryType)
        .optional("flow_exit_reason", TEXT, "flow.exitReason", SegmentRow::flowExitReason);
  }

  private static void customer(Table.Builder<SegmentRow> table) {
    personal(table, "participant_name", "participantName", row -> row.identity().participantName());
    personal(
        table,
        "external_contact_id",
        "externalContactId",
        row -> row.identity().externalContactId());
    personal(
        table,
        "external_organization_id",
        "externalOrganizationId",
        row -> row.identity().externalOrganizationId());
    personal(table, "ani", "ani", row -> row.identity().ani());
    personal(table, "dnis", "dnis", row -> row.identity().dnis());
    personal(table, "session_dnis", "sessionDnis", row -> row.identity().sessionDnis());
    personal(table, "address_from", "addressFrom", row -> row.identity().addressFrom());
    personal(table, "address_to", "addressTo", row -> row.identity().addressTo());
    personal(table, "address_self", "addressSelf", row -> row.identity().addressSelf());
    personal(table, "address_other", "addressOther", row -> row.identity().addressOther());
    personal(table, "remote", "remote", row -> row.identity().remote());
    personal(
        table, "callback_user_name", "callbackUserName", row -> row.identity().callbackUserName());
    personal(table, "callback_numbers", "callbackNumbers", row -> row.identity().callbackNumbers());
    personal(
        table,
        "outbound_contact_id",
        "outboundContactId",
        row -> row.identity().outboundContactId());
    personal(
        table, "flow_entry_reason", "flowEntryReason", row -> row.identity().flowEntryReason());
    personal(
        table,
        "flow_transfer_target_address",
        "flowTransferTargetAddress",
        row -> row.identity().flowTransferTargetAddress());
    personal(table, "subject", "subject", row -> row.identity().subject());
    personal(table, "wrapup_note", "wrapUpNote", row -> row.identity().wrapUpNote());
  }

  private static void personal(
      Table.Builder<SegmentRow> table,
      String column,
      String field,
      Function<SegmentRow, @Nullable Object> value) {
    table.optional(column, TEXT, Meanings.personal(field, field), value);
  }
}
