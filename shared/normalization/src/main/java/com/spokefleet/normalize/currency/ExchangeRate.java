package com.spokefleet.normalize.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/**
 * One rate as it was published.
 *
 * @param asOf from when it is in force
 * @param rate how many units of {@code quote} one unit of {@code base} is worth; above zero
 * @param source who published it, such as {@code ecb}
 */
public record ExchangeRate(
    Currency base, Currency quote, Instant asOf, BigDecimal rate, String source) {
  public ExchangeRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "Cannot use a rate of %s from %s to %s".formatted(rate, base, quote));
    }
  }
}
