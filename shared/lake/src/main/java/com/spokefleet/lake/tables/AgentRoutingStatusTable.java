package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.AgentRoutingStatusRow;

/** What the routing of work saw agents do, status by status: the fact behind occupancy. */
public final class AgentRoutingStatusTable {
  public static final Table<AgentRoutingStatusRow> TABLE =
      Table.<AgentRoutingStatusRow>daily(
              "agent_routing_status",
              "One row per routing status of a user, whole, under the UTC day it started, however"
                  + " many days it spans. Occupancy: time INTERACTING and COMMUNICATING over that"
                  + " and time IDLE; see docs/ARCHITECTURE.md for days.")
          .required("org_id", TEXT, "Genesys organisation id", AgentRoutingStatusRow::orgId)
          .required("user_id", TEXT, "userId", AgentRoutingStatusRow::userId)
          .required("start_time", TIMESTAMP, "startTime", AgentRoutingStatusRow::start)
          .optional(
              "end_time",
              TIMESTAMP,
              "endTime; null while the status lasts",
              AgentRoutingStatusRow::end)
          .optional(
              "duration_ms",
              INTEGER,
              "endTime - startTime, milliseconds; null while the status lasts",
              AgentRoutingStatusRow::durationMs)
          .required(
              "user_key", TEXT, "org_id:user_id, joins dim_agent", AgentRoutingStatusRow::userKey)
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
              "routing_status",
              TEXT,
              "routingStatus: OFF_QUEUE, IDLE, INTERACTING, NOT_RESPONDING, COMMUNICATING, or what"
                  + " Genesys adds",
              AgentRoutingStatusRow::routingStatus)
          .keyedBy("user_id", "org_id", "user_id", "start_time");

  private AgentRoutingStatusTable() {}
}
