package com.spokefleet.lake.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of a table's rows in its files: by the full key, texts as their bytes, nulls first. */
public final class KeyOrder implements Comparator<Row> {
  private final int[] columns;

  public KeyOrder(Table<?> table) {
    columns = table.key().stream().mapToInt(table::indexOf).toArray();
  }

  @Override
  public int compare(Row left, Row right) {
    for (int column : columns) {
      int order = compareValues(left.get(column), right.get(column));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** The row's key, for a message. */
  public String describe(Row row) {
    return Arrays.stream(columns)
        .mapToObj(column -> String.valueOf(row.get(column)))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @SuppressWarnings("unchecked") // Values of one column are of one class, and all are comparable.
  private static int compareValues(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    if (left instanceof String text) {
      return TextOrder.compare(text, (String) right);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }
}
