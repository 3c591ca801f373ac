package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.WrapupRow;

/** The wrap-up codes of each org and what they mean. */
public final class WrapupsTable {
  public static final Table<WrapupRow> TABLE =
      Table.<WrapupRow>perOrg(
              "dim_wrapup",
              "One row per wrap-up code ever seen, with its meaning in the fleet's taxonomy.")
          .required("org_id", TEXT, "Genesys organisation id", WrapupRow::orgId)
          .required(
              "wrapup_code", TEXT, "wrapupcode.id: what the facts carry", WrapupRow::wrapupCode)
          .required(
              "wrapup_key", TEXT, "org_id:wrapup_code, unique across orgs", WrapupRow::wrapupKey)
          .optional("name", TEXT, "wrapupcode.name", WrapupRow::name)
          .optional("division_id", TEXT, "wrapupcode.division.id", WrapupRow::divisionId)
          .optional(
              "canonical_name",
              TEXT,
              "name in the master taxonomy; null while unmapped",
              WrapupRow::canonicalName)
          .optional(
              "canonical_category",
              TEXT,
              "category in the master taxonomy; null while unmapped",
              WrapupRow::canonicalCategory)
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .keyedBy("wrapup_code", "org_id", "wrapup_code");

  private WrapupsTable() {}
}
