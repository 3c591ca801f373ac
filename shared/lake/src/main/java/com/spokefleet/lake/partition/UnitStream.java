package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.table.TextOrder;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The units of one table and day in order, merged from several cursors. Where a unit is in more
 * than one, the latest cursor of the list wins.
 */
final class UnitStream implements Closeable {
  private record Source(UnitCursor cursor, int age) {}

  private final List<UnitCursor> cursors;
  private final RowDecoder decoder;
  private final PriorityQueue<Source> sources =
      new PriorityQueue<>(
          Comparator.comparing((Source source) -> source.cursor().unit(), TextOrder::compare)
              .thenComparing(Source::age, Comparator.reverseOrder()));

  UnitStream(Table<?> table, List<UnitCursor> cursors) throws IOException {
    this.cursors = cursors;
    this.decoder = new RowDecoder(table);
    for (int age = 0; age < cursors.size(); age++) {
      advance(new Source(cursors.get(age), age));
    }
  }

  /** The next unit, or null at the end. */
  @Nullable UnitRows next() throws IOException {
    Source latest = sources.poll();
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
    for (Source latest = sources.poll(); latest != null; latest = sources.poll()) {
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
