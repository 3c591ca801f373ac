package com.spokefleet.ingest.currency;

import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import java.util.List;

/**
 * What a source tells.
 *
 * @param period the time within which these are all the rates there will ever be; it may reach into
 *     the future, up to when the source can next publish
 */
public record PublishedRates(List<ExchangeRate> rates, KnownPeriod period) {
  public PublishedRates {
    rates = List.copyOf(rates);
  }
}
