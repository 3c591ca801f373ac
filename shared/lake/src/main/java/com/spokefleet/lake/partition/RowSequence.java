package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Checks and counts the rows of one partition as they pass: strictly ascending keys, so no row
 * comes twice, and only rows of the partition's org.
 */
final class RowSequence {
  private final Partition partition;
  private final KeyOrder order;
  private final int unitColumn;
  private final int orgColumn;
  private @Nullable Row last;
  private long rows;
  private long units;

  RowSequence(Table<?> table, Partition partition) {
    if (!table.name().equals(partition.table()) || table.isDaily() != partition.day().isPresent()) {
      throw new IllegalArgumentException(
          "Cannot keep rows of table " + table.name() + " under " + partition.key());
    }
    this.partition = partition;
    this.order = new KeyOrder(table);
    this.unitColumn = table.indexOf(table.unit());
    this.orgColumn = table.key().contains(TableUnits.ORG_COLUMN) ? orgColumn(table) : -1;
  }

  void accept(Row row) {
    if (orgColumn >= 0 && !row.text(orgColumn).equals(partition.orgId())) {
      throw new RowException(
          "Cannot keep a row of org %s under %s".formatted(row.text(orgColumn), partition.key()));
    }
    Row previous = last;
    if (previous == null || !row.text(unitColumn).equals(previous.text(unitColumn))) {
      units++;
    }
    if (previous != null && order.compare(previous, row) >= 0) {
      throw new RowException(
          "Cannot keep rows under %s: %s does not come after %s"
              .formatted(partition.key(), order.describe(row), order.describe(previous)));
    }
    last = row;
    rows++;
  }

  long rows() {
    return rows;
  }

  long units() {
    return units;
  }

  private static int orgColumn(Table<?> table) {
    return table.indexOf(TableUnits.ORG_COLUMN);
  }
}
