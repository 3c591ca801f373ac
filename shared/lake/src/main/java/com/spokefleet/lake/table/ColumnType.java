package com.spokefleet.lake.table;

/**
 * The types a lake column can have, chosen so that Tableau, Athena and DuckDB all read them alike.
 */
public enum ColumnType {
  /** UTF-8 text; UUIDs are text too. Value class {@link String}. */
  TEXT,
  /** 64-bit integer: counts and milliseconds. Value class {@link Long}. */
  INTEGER,
  /** Value class {@link Double}. */
  DOUBLE,
  /** Value class {@link Boolean}. */
  BOOLEAN,
  /** Microseconds UTC. Value class {@link java.time.Instant}. */
  TIMESTAMP,
  /** Value class {@link java.time.LocalDate}. */
  DATE,
  /** DECIMAL(18,4), for money only. Value class {@link java.math.BigDecimal}. */
  DECIMAL(4),
  /**
   * DECIMAL(18,10), for exchange rates, which money's four places would spoil. Value class {@link
   * java.math.BigDecimal}.
   */
  RATE(10);

  /** Digits of both decimal types: as many as 64 bits hold. */
  public static final int DECIMAL_PRECISION = 18;

  private final int scale;

  ColumnType() {
    this(0);
  }

  ColumnType(int scale) {
    this.scale = scale;
  }

  /** Places after the point; 0 for what is no decimal. */
  public int scale() {
    return scale;
  }
}
