package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.table.TextOrder;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units of one table and day in order, merged from several cursors. Where a unit is in more
 * than one, the latest cursor of the list wins; those left out are passed over.
 */
final class UnitStream implements Closeable {
  private record Source(UnitCursor cursor, int age) {}

  private final List<UnitCursor> cursors;
  private final Set<String> leftOut;
  private final RowDecoder decoder;
  private final PriorityQueue<Source> sources =
      new PriorityQueue<>(
          Comparator.comparing((Source source) -> source.cursor().unit(), TextOrder::compare)
              .thenComparing(Source::age, Comparator.reverseOrder()));

  UnitStream(Table<?> table, List<UnitCursor> cursors, Set<String> leftOut) throws IOException {
    this.cursors = cursors;
    this.leftOut = leftOut;
    this.decoder = new RowDecoder(table);
    for (int age = 0; age < cursors.size(); age++) {
      advance(new Source(cursors.get(age), age));
    }
  }

  /** The next unit, or null at the end. */
  @Nullable UnitRows next() throws IOException {
    Source latest = poll();
    if (latest == null) {
      return null;
    }
    String unit = latest.cursor().unit();
    UnitRows rows = new UnitRows(unit, decoder.decode(latest.cursor().encodedRows()));
    advance(latest);
    skip(unit);
    return rows;
  }

  /** Counts the units that are left. */
  long count() throws IOException {
    long count = 0;
    for (Source latest = poll(); latest != null; latest = poll()) {
      String unit = latest.cursor().unit();
      advance(latest);
      skip(unit);
      count++;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    for (UnitCursor cursor : cursors) {
      cursor.close();
    }
  }

  /** The first source whose unit is not left out, taken from the queue. */
  private @Nullable Source poll() throws IOException {
    Source first = sources.poll();
    while (first != null && leftOut.contains(first.cursor().unit())) {
      advance(first);
      first = sources.poll();
    }
    return first;
  }

  private void skip(String unit) throws IOException {
    for (Source replaced = sources.peek();
        replaced != null && replaced.cursor().unit().equals(unit);
        replaced = sources.peek()) {
      sources.poll();
      advance(replaced);
    }
  }

  private void advance(Source source) throws IOException {
    if (source.cursor().advance()) {
      sources.add(source);
    }
  }
}
