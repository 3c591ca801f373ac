package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.WithinLadder;
import com.spokefleet.normalize.aggregate.WithinView;
import com.spokefleet.normalize.row.QueueIntervalRow;
import java.time.Duration;

/** Genesys' conversation aggregates: what queues did by half hour. */
public final class QueueIntervalsTable {
  public static final Table<QueueIntervalRow> TABLE = declare();

  private QueueIntervalsTable() {}

  private static Table<QueueIntervalRow> declare() {
    Table.Builder<QueueIntervalRow> table =
        Table.daily(
            "queue_intervals",
            "One row per queue, medium, direction and half hour in which anything happened, from"
                + " Genesys' conversation aggregates; the only facts of a metrics-only org. A figure"
                + " stands in the half hour in which it was emitted, under that UTC day, while"
                + " conversations and interactions stand under the day of the start. All figures"
                + " but the max_ columns add up. Fleet's service level: sum of"
                + " n_answered_within_standard over sum of n_answered + n_abandon -"
                + " n_abandoned_within_short; own: sum of service_level_numerator over sum of"
                + " service_level_denominator.");
    identity(table);
    serviceLevel(table);
    ladder(table);
    for (AggregateMetric metric : AggregateMetric.values()) {
      metric(table, metric);
    }
    return table.replacedByRange(
        "interval_start",
        "queue_id",
        "org_id",
        "queue_id",
        "media_type",
        "direction",
        "interval_start");
  }

  private static void identity(Table.Builder<QueueIntervalRow> table) {
    table
        .required("org_id", TEXT, "Genesys organisation id", QueueIntervalRow::orgId)
        .required("queue_id", TEXT, "group.queueId", row -> row.key().queueId())
        .required("queue_key", TEXT, "org_id:queue_id, joins dim_queue", QueueIntervalRow::queueKey)
        .required(
            "media_type",
            TEXT,
            "group.mediaType; unknown where there is none",
            row -> row.key().mediaType())
        .required(
            "direction",
            TEXT,
            "group.direction; unknown where there is none",
            row -> row.key().direction())
        .required("interval_start", TIMESTAMP, "start of the half hour", row -> row.key().start())
        .required("day", DATE, "UTC day of the half hour, the partition", row -> row.time().day())
        .required(
            "local_date",
            DATE,
            "day of the half hour in the org's time zone",
            row -> row.time().localDate())
        .required(
            "local_interval",
            TEXT,
            "start of the half hour in the org's time zone, such as 2026-10-25T02:30",
            row -> row.time().localInterval())
        .required(
            "utc_offset_minutes",
            INTEGER,
            "the org's offset from UTC then; tells apart an hour that a clock change repeats",
            row -> row.time().utcOffsetMinutes());
  }

  private static void serviceLevel(Table.Builder<QueueIntervalRow> table) {
    table
        .optional(
            "service_level_numerator",
            INTEGER,
            "oServiceLevel.numerator: answered in time by the queue's own target",
            QueueIntervalRow::serviceLevelNumerator)
        .optional(
            "service_level_denominator",
            INTEGER,
            "oServiceLevel.denominator: what counts under the org's own rule",
            QueueIntervalRow::serviceLevelDenominator)
        .optional(
            "service_level_target_percent",
            DOUBLE,
            "oServiceTarget × 100: the queue's own target",
            QueueIntervalRow::targetPercent)
        .optional(
            "service_level_rule_id",
            TEXT,
            "joins dim_service_level_rule: the org's own rule these two were last read under",
            QueueIntervalRow::serviceLevelRuleId)
        .required(
            "standard_threshold_ms",
            INTEGER,
            "threshold of the fleet's service level that the next column was read for",
            QueueIntervalRow::standardThresholdMs)
        .required(
            "n_answered_within_standard",
            INTEGER,
            "answered after a wait of at most standard_threshold_ms",
            QueueIntervalRow::answeredWithinStandard)
        .required(
            "standard_short_abandon_ms",
            INTEGER,
            "the fleet's limit of short abandons; 0: all abandons count",
            QueueIntervalRow::standardShortAbandonMs)
        .required(
            "n_abandoned_within_short",
            INTEGER,
            "abandoned after at most standard_short_abandon_ms; 0 where that is 0",
            QueueIntervalRow::abandonedWithinShort);
  }

  private static void ladder(Table.Builder<QueueIntervalRow> table) {
    for (Duration step : WithinLadder.steps()) {
      WithinView answered = WithinView.of(AggregateMetric.ANSWERED, step.toMillis());
      table.required(
          "n_answered_within_" + step.toSeconds() + "s",
          INTEGER,
          "tAnswered of at most " + step.toSeconds() + " s",
          row -> row.figures().within(answered));
    }
    for (Duration step : WithinLadder.steps()) {
      WithinView abandoned = WithinView.of(AggregateMetric.ABANDON, step.toMillis());
      table.required(
          "n_abandoned_within_" + step.toSeconds() + "s",
          INTEGER,
          "tAbandon of at most " + step.toSeconds() + " s",
          row -> row.figures().within(abandoned));
    }
  }

  private static void metric(Table.Builder<QueueIntervalRow> table, AggregateMetric metric) {
    String name = metric.columnName();
    String source = metric.apiName();
    table.required("n_" + name, INTEGER, source + ", count", row -> row.figures().count(metric));
    String unit =
        switch (metric.kind()) {
          case COUNTER -> "";
          case TIMER -> "_ms";
          case OBSERVATION -> "_sum";
        };
    if (unit.isEmpty()) {
      return;
    }
    table.required(
        name + unit,
        INTEGER,
        source + ", sum" + (unit.equals("_ms") ? " of milliseconds" : ""),
        row -> row.figures().sum(metric));
    if (metric.hasMaximum()) {
      table.optional(
          "max_" + name + (unit.equals("_ms") ? "_ms" : ""),
          INTEGER,
          source + ", greatest value; null without one",
          row -> row.figures().maximum(metric));
    }
  }
}
