package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.AgentPresenceRow;

/** What agents said they were doing, status by status. */
public final class AgentPresenceTable {
  public static final Table<AgentPresenceRow> TABLE =
      Table.<AgentPresenceRow>daily(
              "agent_presence",
              "One row per presence of a user, whole, under the UTC day it started, however many"
                  + " days it spans. Time per day: clip start_time and end_time at the day's bounds,"
                  + " see docs/ARCHITECTURE.md.")
          .required("org_id", TEXT, "Genesys organisation id", AgentPresenceRow::orgId)
          .required("user_id", TEXT, "userId", AgentPresenceRow::userId)
          .required("start_time", TIMESTAMP, "startTime", AgentPresenceRow::start)
          .optional(
              "end_time", TIMESTAMP, "endTime; null while the status lasts", AgentPresenceRow::end)
          .optional(
              "duration_ms",
              INTEGER,
              "endTime - startTime, milliseconds; null while the status lasts",
              AgentPresenceRow::durationMs)
          .required("user_key", TEXT, "org_id:user_id, joins dim_agent", AgentPresenceRow::userKey)
          .required("day", DATE, "UTC day of startTime, the partition", row -> row.startDay().day())
          .required(
              "local_date",
              DATE,
              "day of startTime in the org's time zone",
              row -> row.startDay().localDate())
          .required(
              "utc_offset_minutes",
              INTEGER,
              "the org's offset from UTC at startTime",
              row -> row.startDay().utcOffsetMinutes())
          .optional(
              "system_presence",
              TEXT,
              "systemPresence: AVAILABLE, AWAY, BUSY, OFFLINE, IDLE, ON_QUEUE, MEAL, TRAINING,"
                  + " MEETING, BREAK, or what Genesys adds",
              AgentPresenceRow::systemPresence)
          .optional(
              "organization_presence_id",
              TEXT,
              "organizationPresenceId",
              AgentPresenceRow::organizationPresenceId)
          .optional(
              "presence_key",
              TEXT,
              "org_id:organization_presence_id, joins dim_presence",
              AgentPresenceRow::presenceKey)
          .keyedBy("user_id", "org_id", "user_id", "start_time");

  private AgentPresenceTable() {}
}
