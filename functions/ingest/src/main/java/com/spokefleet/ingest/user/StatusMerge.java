package com.spokefleet.ingest.user;

import com.spokefleet.lake.partition.CurrentRows;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.NextRows;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Merges statuses into the day they started. Which stored rows give way depends on how much was
 * read; a stored row that has ended never becomes open again, because a copy of it that was taken
 * before it ended can come later.
 */
final class StatusMerge {
  private static final String USER = "user_id";
  private static final String END = "end_time";
  private static final String DURATION = "duration_ms";

  private final PartitionReplacement replacement;
  private final String orgId;

  StatusMerge(PartitionReplacement replacement, String orgId) {
    this.replacement = replacement;
    this.orgId = orgId;
  }

  /**
   * @param givesWay tells by a stored row's user whether the row goes where it was not read again
   */
  Merged merge(
      Table<?> table,
      LocalDate day,
      Collection<Row> read,
      Predicate<String> givesWay,
      Fence fence) {
    TreeMap<Row, Row> fresh = new TreeMap<>(new KeyOrder(table));
    read.forEach(row -> fresh.put(row, row));
    return replacement.replace(
        table,
        Partition.daily(table.name(), orgId, day),
        fence,
        (current, next) -> merge(table, current, fresh, givesWay, next));
  }

  private static void merge(
      Table<?> table,
      CurrentRows current,
      TreeMap<Row, Row> fresh,
      Predicate<String> givesWay,
      NextRows next)
      throws IOException {
    KeyOrder order = new KeyOrder(table);
    int user = table.indexOf(USER);
    Iterator<Row> rows = fresh.values().iterator();
    Row stored = current.next();
    Row read = next(rows);
    while (stored != null || read != null) {
      int compared = read == null ? -1 : stored == null ? 1 : order.compare(stored, read);
      if (compared < 0 && stored != null) {
        if (!givesWay.test(stored.text(user))) {
          next.add(stored);
        }
      } else if (read != null) {
        next.add(compared == 0 && stored != null ? ended(table, stored, read) : read);
      }
      stored = compared <= 0 ? current.next() : stored;
      read = compared >= 0 ? next(rows) : read;
    }
  }

  private static Row ended(Table<?> table, Row stored, Row read) {
    return read.get(table, END) == null && stored.get(table, END) != null
        ? read.with(table, END, stored.get(table, END))
            .with(table, DURATION, stored.get(table, DURATION))
        : read;
  }

  private static @Nullable Row next(Iterator<Row> rows) {
    return rows.hasNext() ? rows.next() : null;
  }
}
