package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what a partition holds of a range of time by rows that were read anew: every stored row
 * whose instant lies in the range goes, the new rows come, all others stay. No new rows empty the
 * range. Fenced, conditional and repeatable as {@link PartitionReplacement} is.
 */
public final class RangeMerge {
  private final PartitionReplacement replacement;

  public RangeMerge(ObjectStore store, Path scratch) {
    this.replacement = new PartitionReplacement(store, scratch);
  }

  /**
   * @param fresh all rows of the range in key order, given anew for every attempt; one outside the
   *     range or out of order is a {@link RowException}, and nothing is written
   */
  public Merged replace(
      Table<?> table, Partition partition, InstantRange range, Iterable<Row> fresh, Fence fence) {
    int column =
        table.indexOf(
            table
                .range()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Cannot replace a range of " + table.name() + ": it has units")));
    return replacement.replace(
        table,
        partition,
        fence,
        (current, next) ->
            merge(new KeyOrder(table), column, range, current, fresh.iterator(), next));
  }

  private static void merge(
      KeyOrder order,
      int column,
      InstantRange range,
      CurrentRows current,
      Iterator<Row> fresh,
      NextRows next)
      throws IOException {
    Row stored = kept(current, column, range);
    Row read = read(order, column, range, fresh);
    while (stored != null || read != null) {
      if (read == null || stored != null && order.compare(stored, read) < 0) {
        next.add(Objects.requireNonNull(stored));
        stored = kept(current, column, range);
      } else {
        next.add(read);
        read = read(order, column, range, fresh);
      }
    }
  }

  /** The next stored row outside the range. */
  private static @Nullable Row kept(CurrentRows current, int column, InstantRange range) {
    Row row = current.next();
    while (row != null && range.contains(instant(row, column))) {
      row = current.next();
    }
    return row;
  }

  private static @Nullable Row read(
      KeyOrder order, int column, InstantRange range, Iterator<Row> fresh) {
    if (!fresh.hasNext()) {
      return null;
    }
    Row row = fresh.next();
    if (!range.contains(instant(row, column))) {
      throw new RowException(
          "Cannot replace %s to %s: the row %s lies outside"
              .formatted(range.from(), range.to(), order.describe(row)));
    }
    return row;
  }

  private static Instant instant(Row row, int column) {
    if (row.get(column) instanceof Instant instant) {
      return instant;
    }
    throw new RowException("Cannot replace a range: column " + column + " holds no instant");
  }
}
