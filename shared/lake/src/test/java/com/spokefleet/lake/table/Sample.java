package com.spokefleet.lake.table;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DECIMAL;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.RATE;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row with a column of every type, for tests. */
public record Sample(
    String orgId,
    String unit,
    long index,
    @Nullable String name,
    @Nullable Long count,
    @Nullable Double ratio,
    @Nullable Boolean open,
    @Nullable Instant at,
    @Nullable LocalDate day,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal rate) {

  public static final Table<Sample> TABLE = table("samples").build();

  /** The same table before its last four columns were added. */
  public static final Table<Sample> OLDER_TABLE = table("samples").buildOlder();

  /** A second table of the same units. */
  public static final Table<Sample> OTHER_TABLE = table("other_samples").build();

  /** The row with all optional values, which vary with the number given. */
  public static Sample of(String orgId, String unit, long index, long number) {
    return new Sample(
        orgId,
        unit,
        index,
        "name " + number,
        number,
        number / 8.0,
        number % 2 == 0,
        Instant.ofEpochSecond(1_790_000_000 + number, number % 1_000_000 * 1_000),
        LocalDate.of(2026, 1, 1).plusDays(number % 3_000),
        BigDecimal.valueOf(number, 4),
        BigDecimal.valueOf(number, 10));
  }

  public Row row() {
    return Row.of(TABLE, this);
  }

  private static Builder table(String name) {
    return new Builder(name);
  }

  private record Builder(String name) {
    Table<Sample> build() {
      return common()
          .optional("at", TIMESTAMP, "An instant", Sample::at)
          .optional("day", DATE, "A date", Sample::day)
          .optional("amount", DECIMAL, "Money", Sample::amount)
          .optional("rate", RATE, "An exchange rate", Sample::rate)
          .keyedBy("unit", "org_id", "unit", "index");
    }

    Table<Sample> buildOlder() {
      return common().keyedBy("unit", "org_id", "unit", "index");
    }

    private Table.Builder<Sample> common() {
      return Table.<Sample>daily(name, "Samples of every type")
          .required("org_id", TEXT, "The org", Sample::orgId)
          .required("unit", TEXT, "What is replaced together", Sample::unit)
          .required("index", INTEGER, "Position in the unit", Sample::index)
          .optional("name", TEXT, "A text", Sample::name)
          .optional("count", INTEGER, "A number", Sample::count)
          .optional("ratio", DOUBLE, "A ratio", Sample::ratio)
          .optional("open", BOOLEAN, "A flag", Sample::open);
    }
  }
}
