package com.spokefleet.normalize.currency;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts and currencies as people's systems write them, strictly: nothing is guessed. */
public final class Money {
  /**
   * A point, no separators of thousands, no exponent: "1,234" means two things in two countries.
   */
  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,20})?");

  private static final int PLACES = 4;

  private Money() {}

  /** Empty where the text is no amount of at most twelve digits and, zeros aside, four places. */
  public static Optional<BigDecimal> amount(String text) {
    String trimmed = text.strip();
    if (!AMOUNT.matcher(trimmed).matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(trimmed).stripTrailingZeros();
    return amount.scale() > PLACES ? Optional.empty() : Optional.of(amount.setScale(PLACES));
  }

  /** Empty where the text is no ISO 4217 code, in whatever case, of a currency one can pay with. */
  public static Optional<Currency> currency(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{3}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
