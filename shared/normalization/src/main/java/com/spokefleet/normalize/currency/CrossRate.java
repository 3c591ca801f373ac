package com.spokefleet.normalize.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;

/**
 * The way from one currency to another through a base: what one unit of the base is worth in
 * either. Kept as two numbers, so that converting rounds once and anybody can do the sum again.
 *
 * @param asOf of the older of both
 */
public record CrossRate(
    Currency base, BigDecimal fromPerBase, BigDecimal toPerBase, Instant asOf, String source) {
  /** Places of the rate as one number, which nothing is calculated with. */
  public static final int RATE_SCALE = 10;

  /** Places of converted money. */
  public static final int AMOUNT_SCALE = 4;

  static CrossRate straight(ExchangeRate rate) {
    return new CrossRate(rate.base(), BigDecimal.ONE, rate.rate(), rate.asOf(), rate.source());
  }

  static CrossRate inverse(ExchangeRate rate) {
    return new CrossRate(rate.base(), rate.rate(), BigDecimal.ONE, rate.asOf(), rate.source());
  }

  /** Both of one base. */
  static CrossRate across(ExchangeRate from, ExchangeRate to) {
    ExchangeRate older = from.asOf().isBefore(to.asOf()) ? from : to;
    return new CrossRate(from.base(), from.rate(), to.rate(), older.asOf(), older.source());
  }

  /** One unit of the first currency in units of the second, rounded half to even. */
  public BigDecimal rate() {
    return toPerBase.divide(fromPerBase, RATE_SCALE, RoundingMode.HALF_EVEN);
  }

  /** The one rounding of conversion: the product over the quotient, half to even at four places. */
  public BigDecimal convert(BigDecimal amount) {
    return amount.multiply(toPerBase).divide(fromPerBase, AMOUNT_SCALE, RoundingMode.HALF_EVEN);
  }
}
