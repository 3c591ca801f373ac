package com.spokefleet.ingest;

import com.spokefleet.config.ExchangeRates;
import com.spokefleet.config.RevenueSource;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.currency.EcbRates;
import com.spokefleet.ingest.currency.ExchangeRateSource;
import com.spokefleet.ingest.currency.ExchangeRatesDataset;
import com.spokefleet.ingest.currency.LandedRates;
import com.spokefleet.ingest.currency.QuoteRates;
import com.spokefleet.ingest.currency.RatesHttp;
import com.spokefleet.ingest.currency.Revenue;
import com.spokefleet.ingest.currency.RevenueDataset;
import com.spokefleet.ingest.currency.RevenueFeed;
import java.net.http.HttpClient;
import java.util.Optional;

/** Puts together what makes an org's revenue. */
final class RevenueWiring {
  private final DetailsPermit permit;
  private final OrgParts org;
  private final HttpClient client;
  private final SecretStore secrets;
  private final LandedRates rates;
  private final Revenue revenue;

  private RevenueWiring(
      DetailsPermit permit, OrgParts org, HttpClient client, SecretStore secrets) {
    this.permit = permit;
    this.org = org;
    this.client = client;
    this.secrets = secrets;
    this.rates = new LandedRates(org);
    this.revenue = new Revenue(org, rates);
  }

  /** Empty where fleet.yaml does not say what tells the org's revenue. */
  static Optional<RevenueWiring> of(
      DetailsPermit permit, OrgParts org, HttpClient client, SecretStore secrets) {
    return org.spoke().revenue().map(source -> new RevenueWiring(permit, org, client, secrets));
  }

  Revenue revenue() {
    return revenue;
  }

  /** Empty where nothing can be converted, or a quote would be of a currency in itself. */
  Optional<Dataset> exchangeRates() {
    boolean sameCurrency = org.spoke().currency().equals(org.fleet().standards().currency());
    return org.fleet()
        .exchangeRates()
        .filter(settings -> !(settings instanceof ExchangeRates.Quote && sameCurrency))
        .map(settings -> new ExchangeRatesDataset(org, source(settings), rates));
  }

  Dataset dataset() {
    Optional<RevenueFeed> feed =
        org.spoke()
            .revenue()
            .filter(RevenueSource.Feed.class::isInstance)
            .map(RevenueSource.Feed.class::cast)
            .map(files -> new RevenueFeed(org, files, org.quarantine()));
    return new RevenueDataset(
        org, revenue, feed, new ConversationProofs(permit, org.quarantine(), org.clock()));
  }

  private ExchangeRateSource source(ExchangeRates settings) {
    RatesHttp http = new RatesHttp(client);
    return switch (settings) {
      case ExchangeRates.Ecb ecb -> new EcbRates(ecb.endpoint(), http, org.clock());
      case ExchangeRates.Quote quote ->
          new QuoteRates(
              quote, org.spoke().currency(), org.fleet().standards().currency(), http, secrets);
    };
  }
}
