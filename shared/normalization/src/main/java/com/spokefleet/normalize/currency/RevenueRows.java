package com.spokefleet.normalize.currency;

import com.spokefleet.normalize.row.RevenueRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the row of a sale: the amount as told, and converted by the rate that was in force when the
 * conversation ended. The same sale gives the same row whenever it is made, once all rates of that
 * instant are known; before that nothing is converted, so that no later rate can change an amount.
 */
public final class RevenueRows {
  private static final String SAME_CURRENCY = "same-currency";
  private static final int LARGEST_PRECISION = 18;

  private final String orgId;
  private final Currency own;
  private final Currency fleet;
  private final Duration maximumAge;
  private final RateHistory rates;

  /**
   * @param own currency of amounts that tell none
   * @param fleet currency that is converted to
   * @param maximumAge how old a rate may be at the end of a conversation
   */
  public RevenueRows(
      String orgId, Currency own, Currency fleet, Duration maximumAge, RateHistory rates) {
    this.orgId = orgId;
    this.own = own;
    this.fleet = fleet;
    this.maximumAge = maximumAge;
    this.rates = rates;
  }

  public RevenueRow row(Sale sale) {
    Optional<Currency> currency =
        Optional.ofNullable(sale.currency())
            .filter(text -> !text.isBlank())
            .map(Money::currency)
            .orElse(Optional.of(own));
    return row(sale, Money.amount(sale.amount()), currency);
  }

  /** The same sale with another end or with more rates known. */
  public RevenueRow again(RevenueRow row, Instant end) {
    Sale sale =
        new Sale(row.conversationId(), row.startDay(), row.start(), end, "", null, row.source());
    return row(
        sale,
        Optional.ofNullable(row.amount()),
        Optional.ofNullable(row.currency()).map(Currency::getInstance));
  }

  /** Whether a rate that is not known yet can still convert it. */
  public boolean isPending(RevenueRow row) {
    return row.status() == RevenueStatus.NO_RATE && !rates.known().holds(row.end());
  }

  private RevenueRow row(Sale sale, Optional<BigDecimal> amount, Optional<Currency> currency) {
    if (amount.isEmpty()) {
      return unconverted(sale, RevenueStatus.INVALID_AMOUNT, null, currency);
    }
    if (currency.isEmpty()) {
      return unconverted(sale, RevenueStatus.INVALID_CURRENCY, amount.get(), currency);
    }
    if (currency.get().equals(fleet)) {
      return converted(
          sale,
          amount.get(),
          currency.get(),
          new CrossRate(fleet, BigDecimal.ONE, BigDecimal.ONE, sale.end(), SAME_CURRENCY));
    }
    if (!rates.known().holds(sale.end())) {
      return unconverted(sale, RevenueStatus.NO_RATE, amount.get(), currency);
    }
    Optional<CrossRate> rate = rates.inForce(currency.get(), fleet, sale.end());
    if (rate.isEmpty()) {
      return unconverted(sale, RevenueStatus.NO_RATE, amount.get(), currency);
    }
    if (rate.get().asOf().plus(maximumAge).isBefore(sale.end())) {
      return unconverted(sale, RevenueStatus.STALE_RATE, amount.get(), currency);
    }
    if (isTooLarge(rate.get().convert(amount.get())) || isTooLarge(rate.get().rate())) {
      return unconverted(sale, RevenueStatus.INVALID_AMOUNT, amount.get(), currency);
    }
    return converted(sale, amount.get(), currency.get(), rate.get());
  }

  private static boolean isTooLarge(BigDecimal number) {
    return number.precision() > LARGEST_PRECISION;
  }

  private RevenueRow converted(Sale sale, BigDecimal amount, Currency currency, CrossRate rate) {
    boolean same = rate.source().equals(SAME_CURRENCY);
    return new RevenueRow(
        orgId,
        sale.conversationId(),
        sale.startDay(),
        sale.start(),
        sale.end(),
        amount,
        currency.getCurrencyCode(),
        rate.convert(amount),
        fleet.getCurrencyCode(),
        rate.rate(),
        same ? null : rate.asOf(),
        rate.source(),
        RevenueStatus.CONVERTED,
        rate.base().getCurrencyCode(),
        rate.fromPerBase(),
        rate.toPerBase(),
        sale.source());
  }

  private RevenueRow unconverted(
      Sale sale, RevenueStatus status, @Nullable BigDecimal amount, Optional<Currency> currency) {
    return new RevenueRow(
        orgId,
        sale.conversationId(),
        sale.startDay(),
        sale.start(),
        sale.end(),
        amount,
        currency.map(Currency::getCurrencyCode).orElse(null),
        null,
        fleet.getCurrencyCode(),
        null,
        null,
        null,
        status,
        null,
        null,
        null,
        sale.source());
  }
}
