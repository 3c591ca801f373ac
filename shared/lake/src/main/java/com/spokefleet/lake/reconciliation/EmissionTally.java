package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.InteractionsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows of {@code interactions} by the UTC day each event was emitted on, whatever day the
 * conversation began. Work outside any queue is left out, for aggregates by queue do not have it.
 */
public final class EmissionTally {
  private static final Table<?> LEGS = InteractionsTable.TABLE;
  private static final int QUEUE_ID = LEGS.indexOf("queue_id");
  private static final int OFFERED = LEGS.indexOf("n_offered");
  private static final int OFFERED_AT = LEGS.indexOf("offered_at");
  private static final int ANSWERED = LEGS.indexOf("n_answered");
  private static final int ANSWERED_AT = LEGS.indexOf("answered_at");
  private static final int ABANDONED = LEGS.indexOf("n_abandoned");
  private static final int ABANDONED_AT = LEGS.indexOf("abandoned_at");

  private final SortedMap<LocalDate, EmittedCounts> days = new TreeMap<>();

  /** Adds a row of {@code interactions}. */
  public void add(Row leg) {
    if (leg.get(QUEUE_ID) == null) {
      return;
    }
    add(day(leg, OFFERED_AT), new EmittedCounts(figure(leg, OFFERED), 0, 0));
    add(day(leg, ANSWERED_AT), new EmittedCounts(0, figure(leg, ANSWERED), 0));
    add(day(leg, ABANDONED_AT), new EmittedCounts(0, 0, figure(leg, ABANDONED)));
  }

  /** What was counted, by day of emission; days without any event are absent. */
  public Map<LocalDate, EmittedCounts> days() {
    return Map.copyOf(days);
  }

  private void add(@Nullable LocalDate day, EmittedCounts counts) {
    if (day != null && counts.total() > 0) {
      days.merge(day, counts, EmittedCounts::plus);
    }
  }

  private static @Nullable LocalDate day(Row leg, int column) {
    return leg.get(column) instanceof Instant instant
        ? LocalDate.ofInstant(instant, ZoneOffset.UTC)
        : null;
  }

  private static long figure(Row leg, int column) {
    return leg.get(column) instanceof Long value ? value : 0;
  }
}
