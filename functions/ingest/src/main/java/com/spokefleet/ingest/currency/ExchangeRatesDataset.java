package com.spokefleet.ingest.currency;

import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The exchange rates one org's money is converted by. Asked for when the source may have published
 * since, and for older ones when money waits for them.
 */
public final class ExchangeRatesDataset implements Dataset {
  public static final String NAME = "exchange-rates";

  /** Rates are wanted from somewhat before the oldest money, for the one in force then is older. */
  private static final Duration BEFORE = Duration.ofDays(31);

  private final OrgParts org;
  private final ExchangeRateSource source;
  private final LandedRates rates;
  private final OwedRevenue owed;
  private final Clock clock;

  public ExchangeRatesDataset(OrgParts org, ExchangeRateSource source, LandedRates rates) {
    this.org = org;
    this.source = source;
    this.rates = rates;
    this.owed = new OwedRevenue(org.checkpoints(), org.orgId());
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    KnownPeriod known = rates.known();
    return !now.isBefore(known.until()) || isHistoryOwed(known);
  }

  private boolean isHistoryOwed(KnownPeriod known) {
    return source.hasHistory()
        && owed.earliestEnd().filter(end -> end.isBefore(known.from())).isPresent();
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    try {
      KnownPeriod known = rates.known();
      PublishedRates published = source.read(since(known), known, run.deadline());
      Merged merged = rates.land(published, run.fence());
      KnownPeriod now = rates.known();
      org.metrics()
          .duration(
              MetricName.DATA_AGE_MS, age(now), Dimensions.org(org.spoke().name()).dataset(NAME));
      return report(published, merged, now);
    } catch (IngestException failure) {
      String message = String.valueOf(failure.getMessage());
      return failure.kind().isPause()
          ? DatasetReport.incomplete(NAME, message)
          : DatasetReport.failed(NAME, message);
    }
  }

  private Instant since(KnownPeriod known) {
    Instant first =
        clock.instant().minus(Duration.ofDays(org.spoke().schedule().historyDays())).minus(BEFORE);
    Instant wanted =
        owed.earliestEnd()
            .map(end -> end.minus(BEFORE))
            .filter(end -> end.isBefore(first))
            .orElse(first);
    boolean missing = known.isEmpty() || source.hasHistory() && isHistoryOwed(known);
    return missing ? wanted : known.until();
  }

  /** How long nothing is known: none while the source cannot have published. */
  private Duration age(KnownPeriod known) {
    Duration age = Duration.between(known.until(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private DatasetReport report(PublishedRates published, Merged merged, KnownPeriod known) {
    return new DatasetReport(
        NAME,
        DatasetStatus.COMPLETED,
        published.rates().size(),
        published.rates().size(),
        0,
        merged.changed() ? 1 : 0,
        Optional.of(known.until()),
        0,
        0,
        Optional.empty());
  }
}
