package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.AgentRow;

/** The users of each org. */
public final class AgentsTable {
  public static final Table<AgentRow> TABLE =
      Table.<AgentRow>perOrg("dim_agent", "One row per user ever seen: employees, never customers.")
          .required("org_id", TEXT, "Genesys organisation id", AgentRow::orgId)
          .required("user_id", TEXT, "user.id", AgentRow::userId)
          .required("user_key", TEXT, "org_id:user_id, unique across orgs", AgentRow::userKey)
          .optional("name", TEXT, "user.name", AgentRow::name)
          .optional("email", TEXT, "user.email", AgentRow::email)
          .optional("title", TEXT, "user.title", AgentRow::title)
          .optional("department", TEXT, "user.department", AgentRow::department)
          .optional("division_id", TEXT, "user.division.id", AgentRow::divisionId)
          .optional("manager_id", TEXT, "user.manager.id", AgentRow::managerId)
          .optional("state", TEXT, "user.state: active, inactive or deleted", AgentRow::state)
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .optional(
              "person_key",
              TEXT,
              "The person's id where people of fleet.yaml name the user, else user_key; null in rows"
                  + " last seen before there was this column",
              AgentRow::personKey)
          .keyedBy("user_id", "org_id", "user_id");

  private AgentsTable() {}
}
