package com.spokefleet.cli.kpi;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.InteractionsTable;
import java.time.Duration;

/** Adds up rows of the lake; the only place that reads the figures' columns. */
final class KpiTally {
  private static final Table<?> LEGS = InteractionsTable.TABLE;
  private static final int OFFERED = LEGS.indexOf("n_offered");
  private static final int ANSWERED = LEGS.indexOf("n_answered");
  private static final int ANSWER_WAIT_MS = LEGS.indexOf("answer_wait_ms");
  private static final int ABANDONED = LEGS.indexOf("n_abandoned");
  private static final int HANDLED = LEGS.indexOf("n_handled");
  private static final int HANDLE_MS = LEGS.indexOf("handle_ms");
  private static final int HELD = LEGS.indexOf("n_held");
  private static final int HELD_MS = LEGS.indexOf("held_ms");
  private static final int ACW = LEGS.indexOf("n_acw");
  private static final int ACW_MS = LEGS.indexOf("acw_ms");
  private static final int TRANSFERRED = LEGS.indexOf("n_transferred");

  private final long thresholdMs;
  private long contacts;
  private long offered;
  private long answered;
  private long answeredInTime;
  private long abandoned;
  private long answerWaitMs;
  private long handled;
  private long handleMs;
  private long heldLegs;
  private long heldMs;
  private long acwLegs;
  private long acwMs;
  private long transferred;

  KpiTally(Duration threshold) {
    this.thresholdMs = threshold.toMillis();
  }

  void addContact() {
    contacts++;
  }

  /** Adds a row of {@code interactions}. */
  void addLeg(Row leg) {
    long answers = figure(leg, ANSWERED);
    long waitMs = figure(leg, ANSWER_WAIT_MS);
    offered += figure(leg, OFFERED);
    answered += answers;
    answeredInTime += waitMs <= thresholdMs ? answers : 0;
    answerWaitMs += waitMs;
    abandoned += figure(leg, ABANDONED);
    handled += figure(leg, HANDLED);
    handleMs += figure(leg, HANDLE_MS);
    heldLegs += figure(leg, HELD);
    heldMs += figure(leg, HELD_MS);
    acwLegs += figure(leg, ACW);
    acwMs += figure(leg, ACW_MS);
    transferred += figure(leg, TRANSFERRED);
  }

  KpiTotals totals() {
    return new KpiTotals(
        contacts,
        offered,
        answered,
        answeredInTime,
        abandoned,
        answerWaitMs,
        handled,
        handleMs,
        heldLegs,
        heldMs,
        acwLegs,
        acwMs,
        transferred);
  }

  /** A column that an older file does not have counts as nothing. */
  private static long figure(Row leg, int column) {
    return leg.get(column) instanceof Long value ? value : 0;
  }
}
