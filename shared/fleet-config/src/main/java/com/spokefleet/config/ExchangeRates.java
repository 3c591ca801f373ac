package com.spokefleet.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the fleet's exchange rates come from. */
public sealed interface ExchangeRates {
  /** How old a rate may have been when a conversation ended and still convert its money. */
  Duration maximumAge();

  /**
   * The reference rates of the European Central Bank, one per working day and currency.
   *
   * @param endpoint folder of its files
   */
  record Ecb(URI endpoint, Duration maximumAge) implements ExchangeRates {}

  /**
   * Any API that answers one pair of currencies with JSON.
   *
   * @param endpoint address with {@code {base}} and {@code {quote}} in it
   * @param rate JSON pointer to how many units of quote one unit of base is worth
   * @param time JSON pointer to the instant the rate is of
   * @param apiKey what the API wants to see, if anything
   */
  record Quote(
      String endpoint, String rate, String time, Duration maximumAge, Optional<ApiKey> apiKey)
      implements ExchangeRates {}

  /**
   * A key that is sent as a header.
   *
   * @param reference where the key is found, as credentials are: it is their client secret
   */
  record ApiKey(String header, String reference) {}
}
