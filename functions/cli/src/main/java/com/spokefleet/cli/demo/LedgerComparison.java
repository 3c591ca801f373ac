package com.spokefleet.cli.demo;

import com.spokefleet.cli.LocalLake;
import com.spokefleet.cli.kpi.KpiTotals;
import com.spokefleet.cli.kpi.OrgServiceLevels;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
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

  /** Compares as of the org's own clock; quarantine must hold exactly the poison conversations. */
  void compare(DemoSpoke spoke, Optional<KpiTotals> totals, long quarantined) {
    String org = spoke.org().name();
    Ledger ledger = spoke.server().ledger();
    Instant now = spoke.clock().instant();
    compare(org, totals.orElse(KpiTotals.NOTHING), ledger.total(now));
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

  /**
   * Compares aggregates, the org's own service level and both ways to the fleet's: what was emitted
   * up to now, and what of it belongs to ended conversations.
   */
  void compare(DemoSpoke spoke, OrgServiceLevels levels, LocalLake lake) {
    String org = spoke.org().name();
    EmittedCounts aggregated = lake.aggregated(spoke.org().orgId());
    EmittedTruth truth = EmittedTruth.of(spoke, threshold);
    compare(org, "offered by aggregates", aggregated.offered(), truth.offered());
    compare(org, "answered by aggregates", aggregated.answered(), truth.answered());
    compare(org, "abandoned by aggregates", aggregated.abandoned(), truth.abandoned());
    compareOwn(org, levels.own(), truth);
    levels
        .standard()
        .ifPresent(
            level -> {
              compare(org, "in time by aggregates", level.numerator(), truth.inTime());
              compare(org, "in time of, by aggregates", level.denominator(), truth.inTimeOf());
            });
    levels
        .standardOfLegs()
        .ifPresent(
            level -> {
              compare(org, "in time by legs", level.numerator(), truth.inTimeOfEnded());
              compare(org, "in time of, by legs", level.denominator(), truth.inTimeOfAllEnded());
            });
  }

  /** A level the lake does not know is one of nothing, and so differs from that of any calls. */
  void compareOwn(String org, Optional<ServiceLevel> lake, EmittedTruth truth) {
    ServiceLevel level = lake.orElse(ServiceLevel.NOTHING);
    compare(org, "in time by own target", level.numerator(), truth.inOwnTime());
    compare(org, "in time of, by own target", level.denominator(), truth.inOwnTimeOf());
  }

  /** Compares what was sold on settled days, in ten-thousandths of the fleet's currency. */
  void compare(RevenueComparison revenue) {
    compare(revenue.org(), "sales on settled days", revenue.salesInLake(), revenue.trueSales());
    compare(
        revenue.org(),
        "revenue on settled days (1/10000)",
        revenue.convertedInLake(),
        revenue.trulyConverted());
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
