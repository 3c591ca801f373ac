package com.spokefleet.lake.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Brings a value to the form in which the lake keeps it, or says why it cannot be kept. */
final class CanonicalValue {
  private CanonicalValue() {}

  static @Nullable Object of(String table, Column<?> column, @Nullable Object value) {
    if (value == null) {
      if (column.required()) {
        throw new RowException(
            "Cannot make a row of " + table + ": column " + column.name() + " is null");
      }
      return null;
    }
    return switch (column.type()) {
      case TEXT -> expect(table, column, value, String.class);
      case INTEGER -> expect(table, column, value, Long.class);
      case DOUBLE -> expect(table, column, value, Double.class);
      case BOOLEAN -> expect(table, column, value, Boolean.class);
      case DATE -> expect(table, column, value, LocalDate.class);
      case TIMESTAMP -> microseconds(expect(table, column, value, Instant.class));
      case DECIMAL, RATE -> decimal(table, column, expect(table, column, value, BigDecimal.class));
    };
  }

  private static Instant microseconds(Instant instant) {
    return instant.getNano() % 1_000 == 0 ? instant : instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static BigDecimal decimal(String table, Column<?> column, BigDecimal value) {
    BigDecimal scaled = value.setScale(column.type().scale(), RoundingMode.HALF_EVEN);
    if (scaled.precision() > ColumnType.DECIMAL_PRECISION) {
      throw new RowException(
          "Cannot make a row of %s: column %s holds more than %d digits"
              .formatted(table, column.name(), ColumnType.DECIMAL_PRECISION));
    }
    return scaled;
  }

  private static <T> T expect(String table, Column<?> column, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new RowException(
          "Cannot make a row of %s: column %s takes %s, not %s"
              .formatted(
                  table, column.name(), type.getSimpleName(), value.getClass().getSimpleName()));
    }
    return type.cast(value);
  }
}
