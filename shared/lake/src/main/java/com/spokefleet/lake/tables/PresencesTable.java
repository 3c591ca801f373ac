package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.PresenceRow;

/** The presences agents of each org can choose. */
public final class PresencesTable {
  public static final Table<PresenceRow> TABLE =
      Table.<PresenceRow>perOrg("dim_presence", "One row per presence definition ever seen.")
          .required("org_id", TEXT, "Genesys organisation id", PresenceRow::orgId)
          .required("presence_id", TEXT, "id", PresenceRow::presenceId)
          .required(
              "presence_key",
              TEXT,
              "org_id:presence_id, unique across orgs",
              PresenceRow::presenceKey)
          .optional(
              "name",
              TEXT,
              "languageLabels in the org's default language, else in English, else in any",
              PresenceRow::name)
          .optional(
              "system_presence",
              TEXT,
              "systemPresence, spelled as in agent_presence: ON_QUEUE for OnQueue",
              PresenceRow::systemPresence)
          .optional("type", TEXT, "type: System or User", PresenceRow::type)
          .optional("deactivated", BOOLEAN, "deactivated", PresenceRow::deactivated)
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .keyedBy("presence_id", "org_id", "presence_id");

  private PresencesTable() {}
}
