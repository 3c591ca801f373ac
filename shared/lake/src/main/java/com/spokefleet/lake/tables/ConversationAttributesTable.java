package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.TEXT;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.AttributeRow;

/** The participant attributes that fleet.yaml allows by name. */
public final class ConversationAttributesTable {
  public static final Table<AttributeRow> TABLE =
      Table.<AttributeRow>daily(
              "conversation_attributes",
              "One row per participant attribute whose name the spoke's privacy.attributes lists."
                  + " Filled by jobs and by readings by id; the synchronous query has none.")
          .required("org_id", TEXT, "Genesys organisation id", AttributeRow::orgId)
          .required("conversation_id", TEXT, "conversationId", AttributeRow::conversationId)
          .required("participant_id", TEXT, "participantId", AttributeRow::participantId)
          .required("name", TEXT, "name of the attribute", AttributeRow::name)
          .required("value", TEXT, "its value as it is; Genesys cuts at 1024", AttributeRow::value)
          .optional("purpose", TEXT, "purpose of the participant", AttributeRow::purpose)
          .required(
              "day",
              DATE,
              "UTC start day of the conversation, the partition",
              row -> row.startDay().day())
          .keyedBy("conversation_id", "org_id", "conversation_id", "participant_id", "name");

  private ConversationAttributesTable() {}
}
