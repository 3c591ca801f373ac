package com.spokefleet.lake.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of the lake: columns in file order, the full key its rows are sorted by, and the unit
 * (one of the key columns) whose rows are replaced together, or the column of instants of which a
 * whole range is. Column order is part of the contract: new columns go to the end.
 *
 * @param <R> the record a row is made from
 */
public final class Table<R> {
  private final String name;
  private final String description;
  private final boolean daily;
  private final List<Column<R>> columns;
  private final List<String> key;
  private final String unit;
  private final @Nullable String range;

  private Table(Builder<R> builder, List<String> key, String unit, @Nullable String range) {
    this.name = builder.name;
    this.description = builder.description;
    this.daily = builder.daily;
    this.columns = List.copyOf(builder.columns);
    this.key = List.copyOf(key);
    this.unit = unit;
    this.range = range;
  }

  /** A table with one object per org and UTC start day. */
  public static <R> Builder<R> daily(String name, String description) {
    return new Builder<>(name, description, true);
  }

  /** A table with one object per org. */
  public static <R> Builder<R> perOrg(String name, String description) {
    return new Builder<>(name, description, false);
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  public boolean isDaily() {
    return daily;
  }

  public List<Column<R>> columns() {
    return columns;
  }

  /** Column names of the full key, in sort order. */
  public List<String> key() {
    return key;
  }

  /** The key column whose equal values are replaced together, such as conversation_id. */
  public String unit() {
    return unit;
  }

  /**
   * The key column of instants of which a range is replaced together, over all units; empty for
   * tables that are replaced unit by unit.
   */
  public Optional<String> range() {
    return Optional.ofNullable(range);
  }

  public int indexOf(String column) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(column)) {
        return index;
      }
    }
    throw new IllegalArgumentException("Cannot find column " + column + " in table " + name);
  }

  /** The row's values in column order, each of its column's value class or null. */
  public @Nullable Object[] values(R row) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = columns.get(index).value().apply(row);
    }
    return values;
  }

  /** Declares a table column by column. */
  public static final class Builder<R> {
    private final String name;
    private final String description;
    private final boolean daily;
    private final List<Column<R>> columns = new ArrayList<>();

    private Builder(String name, String description, boolean daily) {
      this.name = name;
      this.description = description;
      this.daily = daily;
    }

    public Builder<R> required(
        String column, ColumnType type, String meaning, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(column, type, true, meaning, value));
      return this;
    }

    public Builder<R> optional(
        String column, ColumnType type, String meaning, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(column, type, false, meaning, value));
      return this;
    }

    /** Closes the declaration with the full key in sort order and the unit column. */
    public Table<R> keyedBy(String unit, String... key) {
      return close(unit, null, List.of(key));
    }

    /**
     * Closes the declaration of a table of which ranges of instants are replaced; the unit is what
     * its rows are counted by.
     */
    public Table<R> replacedByRange(String range, String unit, String... key) {
      boolean instants =
          columns.stream()
              .anyMatch(
                  column ->
                      column.name().equals(range)
                          && column.type() == ColumnType.TIMESTAMP
                          && column.required());
      if (!instants || !List.of(key).contains(range)) {
        throw new IllegalArgumentException(
            "Cannot replace ranges of " + range + " in " + name + ": no instant of the key");
      }
      return close(unit, range, List.of(key));
    }

    private Table<R> close(String unit, @Nullable String range, List<String> keys) {
      Set<String> names = new HashSet<>();
      for (Column<R> column : columns) {
        if (!names.add(column.name())) {
          throw new IllegalArgumentException(
              "Cannot declare column " + column.name() + " twice in " + name);
        }
      }
      if (!names.containsAll(keys) || !keys.contains(unit)) {
        throw new IllegalArgumentException(
            "Cannot key table " + name + " by " + keys + " with unit " + unit);
      }
      return new Table<>(this, keys, unit, range);
    }
  }
}
