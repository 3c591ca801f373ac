package com.spokefleet.normalize.currency;

import java.util.Arrays;
import java.util.Locale;

/** What became of a sale's amount. */
public enum RevenueStatus {
  CONVERTED,
  /** No rate was in force, or it is not known yet which one was. */
  NO_RATE,
  /** The newest rate was older than the fleet allows. */
  STALE_RATE,
  /** The text is no amount, or the amount is too large to be kept. */
  INVALID_AMOUNT,
  /** The text is no currency. */
  INVALID_CURRENCY;

  /** The value in the lake. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RevenueStatus ofLabel(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Cannot read status '" + label + "'"));
  }
}
