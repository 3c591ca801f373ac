package com.spokefleet.lake.table;

import java.math.BigDecimal;
import java.time.Instant;

/** The integers by which instants and decimals are stored: microseconds, and unscaled values. */
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

  /** The unscaled value of a decimal that has its column's scale. */
  public static long ofDecimal(BigDecimal decimal) {
    return decimal.unscaledValue().longValueExact();
  }

  public static BigDecimal toDecimal(long unscaled, ColumnType type) {
    return BigDecimal.valueOf(unscaled, type.scale());
  }
}
