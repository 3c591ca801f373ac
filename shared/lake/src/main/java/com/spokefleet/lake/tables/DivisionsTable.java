package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.DivisionRow;

/** The divisions of each org. */
public final class DivisionsTable {
  public static final Table<DivisionRow> TABLE =
      Table.<DivisionRow>perOrg("dim_division", "One row per division ever seen.")
          .required("org_id", TEXT, "Genesys organisation id", DivisionRow::orgId)
          .required("division_id", TEXT, "division.id", DivisionRow::divisionId)
          .required(
              "division_key",
              TEXT,
              "org_id:division_id, unique across orgs",
              DivisionRow::divisionKey)
          .optional("name", TEXT, "division.name", DivisionRow::name)
          .optional("home", BOOLEAN, "division.homeDivision", DivisionRow::home)
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .keyedBy("division_id", "org_id", "division_id");

  private DivisionsTable() {}
}
