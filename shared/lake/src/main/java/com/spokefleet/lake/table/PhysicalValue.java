package com.spokefleet.lake.table;

import java.math.BigDecimal;
import java.time.Instant;

/** The integers by which instants and decimals are stored: microseconds, and ten-thousandths. */
public final class PhysicalValue {
  private static final long MICROSECONDS = 1_000_000L;

  private PhysicalValue() {}

  /** Microseconds since the epoch. */
  public static long ofInstant(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROSECONDS), instant.getNano() / 1_000);
  }

  public static Instant toInstant(long microseconds) {
    return Instant.ofEpochSecond(
        Math.floorDiv(microseconds, MICROSECONDS),
        Math.floorMod(microseconds, MICROSECONDS) * 1_000);
  }

  /** The unscaled value at four places. */
  public static long ofDecimal(BigDecimal decimal) {
    return decimal.unscaledValue().longValueExact();
  }

  public static BigDecimal toDecimal(long unscaled) {
    return BigDecimal.valueOf(unscaled, CanonicalValue.DECIMAL_SCALE);
  }
}
