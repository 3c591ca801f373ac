package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.QueueIntervalsTable;

/** Adds up rows of {@code queue_intervals}, which stand under the day of their emission. */
public final class AggregateTally {
  private static final Table<?> INTERVALS = QueueIntervalsTable.TABLE;
  private static final int OFFERED = INTERVALS.indexOf("n_offered");
  private static final int ANSWERED = INTERVALS.indexOf("n_answered");
  private static final int ABANDONED = INTERVALS.indexOf("n_abandon");

  private EmittedCounts sum = EmittedCounts.NOTHING;

  /** Adds a row of {@code queue_intervals}. */
  public void add(Row interval) {
    sum =
        sum.plus(
            new EmittedCounts(
                figure(interval, OFFERED),
                figure(interval, ANSWERED),
                figure(interval, ABANDONED)));
  }

  public EmittedCounts sum() {
    return sum;
  }

  private static long figure(Row interval, int column) {
    return interval.get(column) instanceof Long value ? value : 0;
  }
}
