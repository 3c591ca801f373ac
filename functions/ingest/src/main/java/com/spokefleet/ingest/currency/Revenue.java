package com.spokefleet.ingest.currency;

import com.spokefleet.config.ExchangeRates;
import com.spokefleet.config.RevenueSource;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.normalize.currency.RateHistory;
import com.spokefleet.normalize.currency.RevenueRows;
import com.spokefleet.normalize.currency.RevenueStatus;
import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import java.time.Duration;
import java.util.Optional;

/** What the revenue of one org is made with. */
public final class Revenue {
  private final OrgParts org;
  private final LandedRates rates;
  private final OwedRevenue owed;

  public Revenue(OrgParts org, LandedRates rates) {
    this.org = org;
    this.rates = rates;
    this.owed = new OwedRevenue(org.checkpoints(), org.orgId());
  }

  /** Whether sales come with the records of conversations. */
  public boolean isOfAttributes() {
    return org.spoke().revenue().filter(RevenueSource.Attributes.class::isInstance).isPresent();
  }

  /** For one landing. */
  public LandingRevenue open() {
    return new LandingRevenue(this);
  }

  /** Makes rows by the rates that are landed now. */
  RevenueRows rows() {
    Optional<ExchangeRates> settings = org.fleet().exchangeRates();
    Duration maximumAge = settings.map(ExchangeRates::maximumAge).orElse(Duration.ZERO);
    return new RevenueRows(
        org.orgId(),
        org.spoke().currency(),
        org.fleet().standards().currency(),
        maximumAge,
        settings.map(this::history).orElseGet(RateHistory::none));
  }

  private RateHistory history(ExchangeRates settings) {
    return switch (settings) {
      case ExchangeRates.Ecb _ -> rates.history();
      case ExchangeRates.Quote _ -> rates.history().withoutOlder();
    };
  }

  OwedRevenue owed() {
    return owed;
  }

  /** Counts a row that could not be converted. */
  void count(RevenueRow row) {
    if (row.status() != RevenueStatus.CONVERTED) {
      org.metrics()
          .count(
              MetricName.REVENUE_UNCONVERTED,
              1,
              Dimensions.org(org.spoke().name()).reason(row.status().label()));
    }
  }
}
