package com.spokefleet.lake.dimension;

import com.spokefleet.lake.partition.CurrentRows;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.NextRows;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps the latest state of an org's configuration objects, with when each was first and last seen.
 * An object that is no longer there keeps its row with {@code deleted_at} set; one that returns
 * loses the mark. No row is ever removed, so facts never lose their names.
 */
public final class DimensionHistory {
  private final PartitionReplacement replacement;

  public DimensionHistory(ObjectStore store, Path scratch) {
    this.replacement = new PartitionReplacement(store, scratch);
  }

  /**
   * Merges a complete observation of the org's objects made at {@code seenAt}. What the observed
   * rows say in first_seen, last_seen and deleted_at is ignored; of rows with one key the last
   * counts. An observation older than what is stored changes first_seen at most.
   */
  public Merged merge(
      Table<?> table, String orgId, List<Row> observed, Instant seenAt, Fence fence) {
    PresenceColumns presence = new PresenceColumns(table, seenAt);
    TreeMap<Row, Row> byKey = new TreeMap<>(new KeyOrder(table));
    observed.forEach(row -> byKey.put(row, row));
    return replacement.replace(
        table,
        Partition.perOrg(table.name(), orgId),
        fence,
        (current, next) -> merge(presence, current, new TreeMap<>(byKey), next));
  }

  private static void merge(
      PresenceColumns presence, CurrentRows current, TreeMap<Row, Row> observed, NextRows next)
      throws IOException {
    for (Row stored = current.next(); stored != null; stored = current.next()) {
      while (!observed.isEmpty() && precedes(observed, stored)) {
        next.add(presence.appeared(observed.pollFirstEntry().getValue()));
      }
      Row seen = observed.remove(stored);
      next.add(seen == null ? presence.missing(stored) : presence.seenAgain(stored, seen));
    }
    for (Row left : observed.values()) {
      next.add(presence.appeared(left));
    }
  }

  private static boolean precedes(TreeMap<Row, Row> observed, Row stored) {
    return observed.comparator().compare(observed.firstKey(), stored) < 0;
  }
}
