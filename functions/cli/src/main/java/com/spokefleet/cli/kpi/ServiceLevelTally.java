package com.spokefleet.cli.kpi;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.normalize.aggregate.WithinLadder;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds up one org's service levels, row by row, by the fleet's one rule. */
final class ServiceLevelTally {
  private static final Table<?> INTERVALS = QueueIntervalsTable.TABLE;
  private static final Table<?> LEGS = InteractionsTable.TABLE;

  private final StandardServiceLevel rule;
  private final Window window;
  private ServiceLevel own = ServiceLevel.NOTHING;
  private ServiceLevel standard = ServiceLevel.NOTHING;
  private ServiceLevel ofLegs = ServiceLevel.NOTHING;
  private boolean intervals;
  private boolean legs;
  private boolean otherStandard;

  ServiceLevelTally(StandardServiceLevel rule, Window window) {
    this.rule = rule;
    this.window = window;
  }

  /** Adds a row of {@code queue_intervals} of a day in the window. */
  void addInterval(Row row) {
    intervals = true;
    own =
        own.plus(
            new ServiceLevel(
                number(INTERVALS, row, "service_level_numerator"),
                number(INTERVALS, row, "service_level_denominator")));
    if (!StandardServiceLevel.isInTotal(text(INTERVALS, row, "media_type"))) {
      return;
    }
    Optional<Long> within =
        within(row, "answered", rule.thresholdMs(), "standard_threshold_ms", "within_standard");
    Optional<Long> shortly =
        rule.shortAbandonMs() == 0
            ? Optional.of(0L)
            : within(
                row,
                "abandoned",
                rule.shortAbandonMs(),
                "standard_short_abandon_ms",
                "within_short");
    if (within.isEmpty() || shortly.isEmpty()) {
      otherStandard = true;
      return;
    }
    standard =
        standard.plus(
            StandardServiceLevel.of(
                number(INTERVALS, row, "n_answered"),
                within.get(),
                number(INTERVALS, row, "n_abandon"),
                shortly.get()));
  }

  /** Adds a row of {@code interactions}, of whatever start day. */
  void addLeg(Row row) {
    legs = true;
    if (StandardServiceLevel.isInTotal(text(LEGS, row, "media_type"))) {
      boolean answeredThen = isIn(row, "answered_at");
      boolean abandonedThen = isIn(row, "abandoned_at");
      ofLegs =
          ofLegs.plus(
              rule.ofLeg(
                  answeredThen ? number(LEGS, row, "n_answered") : 0,
                  number(LEGS, row, "answer_wait_ms"),
                  abandonedThen ? number(LEGS, row, "n_abandoned") : 0,
                  number(LEGS, row, "abandon_wait_ms")));
    }
  }

  OrgServiceLevels total(String orgId, String name) {
    return new OrgServiceLevels(
        orgId,
        name,
        intervals ? Optional.of(own) : Optional.empty(),
        intervals && !otherStandard ? Optional.of(standard) : Optional.empty(),
        legs ? Optional.of(ofLegs) : Optional.empty());
  }

  /** The count the row was read for, or that of the ladder; empty where it has neither. */
  private static Optional<Long> within(
      Row row, String what, long limitMs, String readFor, String ofStandard) {
    if (number(INTERVALS, row, readFor) == limitMs) {
      return Optional.of(number(INTERVALS, row, "n_" + what + "_" + ofStandard));
    }
    Duration limit = Duration.ofMillis(limitMs);
    OptionalInt step = WithinLadder.indexOf(limit);
    return step.isEmpty()
        ? Optional.empty()
        : Optional.of(number(INTERVALS, row, "n_" + what + "_within_" + limit.toSeconds() + "s"));
  }

  private boolean isIn(Row row, String column) {
    return row.get(LEGS, column) instanceof Instant at
        && window.contains(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static long number(Table<?> table, Row row, String column) {
    return row.get(table, column) instanceof Long value ? value : 0;
  }

  private static String text(Table<?> table, Row row, String column) {
    return row.get(table, column) instanceof String text ? text : "";
  }
}
