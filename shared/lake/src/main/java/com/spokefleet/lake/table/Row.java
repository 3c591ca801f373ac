package com.spokefleet.lake.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row's values in column order, each of its column's value class or null. Values are as the
 * lake keeps them: instants in microseconds, decimals with their type's places.
 */
public final class Row {
  private final @Nullable Object[] values;

  private Row(@Nullable Object[] values) {
    this.values = values;
  }

  /** The row of a record; a value that does not fit its column is a {@link RowException}. */
  public static <R> Row of(Table<R> table, R record) {
    @Nullable Object[] values = table.values(record);
    List<Column<R>> columns = table.columns();
    for (int index = 0; index < values.length; index++) {
      values[index] = CanonicalValue.of(table.name(), columns.get(index), values[index]);
    }
    return new Row(values);
  }

  /** The row of values in column order; a value that does not fit is a {@link RowException}. */
  public static Row ofValues(Table<?> table, List<? extends @Nullable Object> values) {
    if (values.size() != table.columns().size()) {
      throw new RowException(
          "Cannot make a row of %s: it has %d columns, not %d"
              .formatted(table.name(), table.columns().size(), values.size()));
    }
    @Nullable Object[] canonical = new @Nullable Object[values.size()];
    for (int index = 0; index < canonical.length; index++) {
      canonical[index] =
          CanonicalValue.of(table.name(), table.columns().get(index), values.get(index));
    }
    return new Row(canonical);
  }

  /** A row over values that were canonical before, such as decoded ones; takes the array over. */
  public static Row ofCanonical(@Nullable Object[] values) {
    return new Row(values);
  }

  public int size() {
    return values.length;
  }

  public @Nullable Object get(int column) {
    return values[column];
  }

  /** The value of a column that is known to be there, such as one of the key. */
  public String text(int column) {
    Object value = values[column];
    if (value instanceof String text) {
      return text;
    }
    throw new RowException("Cannot read column " + column + " as text: it holds " + value);
  }

  public @Nullable Object get(Table<?> table, String column) {
    return values[table.indexOf(column)];
  }

  /** The same row with one value changed. */
  public Row with(Table<?> table, String column, @Nullable Object value) {
    int index = table.indexOf(column);
    @Nullable Object[] changed = values.clone();
    changed[index] = CanonicalValue.of(table.name(), table.columns().get(index), value);
    return new Row(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Row" + Arrays.toString(values);
  }
}
