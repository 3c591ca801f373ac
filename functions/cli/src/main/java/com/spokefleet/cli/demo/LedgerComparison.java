package com.spokefleet.cli.demo;

import com.spokefleet.cli.LocalLake;
import com.spokefleet.cli.kpi.KpiTotals;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.TrueFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what the lake says of an org against what the org knows it served, figure by figure. */
final class LedgerComparison {
  /** A figure that is not equal. */
  record Difference(String org, String figure, long lake, long ledger) {
    @Override
    public String toString() {
      return "%s: %s is %,d in the lake and %,d in the ledger".formatted(org, figure, lake, ledger);
    }
  }

  private final Duration threshold;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  LedgerComparison(Duration threshold) {
    this.threshold = threshold;
  }

  /** Compares as of the org's own clock; quarantine must hold exactly the poison records. */
  void compare(DemoSpoke spoke, Optional<KpiTotals> totals, LocalLake lake) {
    String org = spoke.org().name();
    Ledger ledger = spoke.server().ledger();
    Instant now = spoke.clock().instant();
    compare(org, totals.orElse(KpiTotals.NOTHING), ledger.total(now));
    long quarantined = lake.quarantine().count(spoke.org().orgId(), DemoReport.DETAILS);
    compare(org, "quarantined", quarantined, ledger.poisonIds(now).size());
  }

  void compare(String org, KpiTotals lake, TrueFigures ledger) {
    compare(org, "contacts", lake.contacts(), ledger.conversations());
    compare(org, "offered", lake.offered(), ledger.offered());
    compare(org, "answered", lake.answered(), ledger.answered());
    compare(org, "answered in time", lake.answeredInTime(), ledger.answeredWithin(threshold));
    compare(org, "answer wait (ms)", lake.answerWaitMs(), ledger.answerWaitMillis());
    compare(org, "abandoned", lake.abandoned(), ledger.abandoned());
    compare(org, "handled", lake.handled(), ledger.handled());
    compare(org, "handle time (ms)", lake.handleMs(), ledger.handleMillis());
    compare(org, "hold (ms)", lake.heldMs(), ledger.heldMillis());
    compare(org, "after-call work (ms)", lake.acwMs(), ledger.acwMillis());
    compare(org, "transferred", lake.transferred(), ledger.transferred());
  }

  void compare(String org, String figure, long lake, long ledger) {
    compared++;
    if (lake != ledger) {
      differences.add(new Difference(org, figure, lake, ledger));
    }
  }

  /** How many figures were held against each other. */
  int compared() {
    return compared;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }
}
