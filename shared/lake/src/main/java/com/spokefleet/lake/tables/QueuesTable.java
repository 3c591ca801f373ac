package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.QueueRow;

/** The queues of each org. */
public final class QueuesTable {
  public static final Table<QueueRow> TABLE =
      Table.<QueueRow>perOrg(
              "dim_queue",
              "One row per queue ever seen, with its own service level target per media type.")
          .required("org_id", TEXT, "Genesys organisation id", QueueRow::orgId)
          .required("queue_id", TEXT, "queue.id", QueueRow::queueId)
          .required("queue_key", TEXT, "org_id:queue_id, unique across orgs", QueueRow::queueKey)
          .optional("name", TEXT, "queue.name", QueueRow::name)
          .optional("division_id", TEXT, "queue.division.id", QueueRow::divisionId)
          .optional(
              "call_target_percent",
              DOUBLE,
              "mediaSettings.call.serviceLevel.percentage × 100",
              row -> row.call().percent())
          .optional(
              "call_target_ms",
              INTEGER,
              "mediaSettings.call.serviceLevel.durationMs, milliseconds",
              row -> row.call().thresholdMs())
          .optional(
              "callback_target_percent",
              DOUBLE,
              "mediaSettings.callback.serviceLevel.percentage × 100",
              row -> row.callback().percent())
          .optional(
              "callback_target_ms",
              INTEGER,
              "mediaSettings.callback.serviceLevel.durationMs, milliseconds",
              row -> row.callback().thresholdMs())
          .optional(
              "chat_target_percent",
              DOUBLE,
              "mediaSettings.chat.serviceLevel.percentage × 100",
              row -> row.chat().percent())
          .optional(
              "chat_target_ms",
              INTEGER,
              "mediaSettings.chat.serviceLevel.durationMs, milliseconds",
              row -> row.chat().thresholdMs())
          .optional(
              "email_target_percent",
              DOUBLE,
              "mediaSettings.email.serviceLevel.percentage × 100",
              row -> row.email().percent())
          .optional(
              "email_target_ms",
              INTEGER,
              "mediaSettings.email.serviceLevel.durationMs, milliseconds",
              row -> row.email().thresholdMs())
          .optional(
              "message_target_percent",
              DOUBLE,
              "mediaSettings.message.serviceLevel.percentage × 100",
              row -> row.message().percent())
          .optional(
              "message_target_ms",
              INTEGER,
              "mediaSettings.message.serviceLevel.durationMs, milliseconds",
              row -> row.message().thresholdMs())
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .optional(
              "queue_link",
              TEXT,
              "address of the queue in the org's own web client, in its own region",
              QueueRow::link)
          .keyedBy("queue_id", "org_id", "queue_id");

  private QueuesTable() {}
}
