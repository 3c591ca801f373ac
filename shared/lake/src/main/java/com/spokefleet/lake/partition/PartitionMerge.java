package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.table.TextOrder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Merges re-read units into a partition: every stored row of a unit that is in the batch goes, the
 * batch's rows of it come, all others stay. A unit without rows in the batch is thereby removed.
 */
public final class PartitionMerge {
  private final PartitionReplacement replacement;

  public PartitionMerge(ObjectStore store, Path scratch) {
    this.replacement = new PartitionReplacement(store, scratch);
  }

  /**
   * Brings the partition up to the batch's units of its day. The fence is checked after the stored
   * version was read and before it is replaced, so a runner that lost its lease overwrites nothing.
   */
  public Merged merge(Table<?> table, Partition partition, UnitBatch batch, Fence fence) {
    TableUnits units = new TableUnits(table);
    return replacement.replace(
        table,
        partition,
        fence,
        (current, next) -> {
          try (UnitStream fresh =
              batch.stream(table, partition.day().orElse(UnitBatch.WITHOUT_DAY))) {
            merge(units, current, fresh, next);
          }
        });
  }

  private static void merge(TableUnits units, CurrentRows current, UnitStream fresh, NextRows next)
      throws IOException {
    Row stored = current.next();
    UnitRows unit = fresh.next();
    while (stored != null || unit != null) {
      int order = compare(units, stored, unit);
      if (order < 0 && stored != null) {
        next.add(stored);
        stored = current.next();
      } else if (order == 0) {
        stored = current.next();
      } else if (unit != null) {
        for (Row row : unit.rows()) {
          next.add(row);
        }
        unit = fresh.next();
      }
    }
  }

  private static int compare(TableUnits units, @Nullable Row stored, @Nullable UnitRows unit) {
    if (stored == null) {
      return 1;
    }
    return unit == null ? -1 : TextOrder.compare(units.unitOf(stored), unit.unit());
  }
}
