package com.spokefleet.testing.server;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a details query: conversations that started on a UTC day the interval touches,
 * in the order asked for. Results of unchanged data are kept for the next page.
 */
final class DetailsSearch {
  private static final int KEPT_RESULTS = 4;
  private static final int POSITION_BITS = 32;
  private static final int ORDINAL_BITS = 28;

  private final Records records;
  private final Map<Key, Rows> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rows> eldest) {
          return size() > KEPT_RESULTS;
        }
      };

  DetailsSearch(Records records) {
    this.records = records;
  }

  private record Key(String query, long asOf, long version) {}

  /** Rows in order, each packed as day and position. */
  static final class Rows {
    private final long[] packed;

    private Rows(long[] packed) {
      this.packed = packed;
    }

    static Rows of(long[] packed) {
      return new Rows(packed);
    }

    static long pack(long day, int position) {
      return day << POSITION_BITS | position;
    }

    int count() {
      return packed.length;
    }

    long day(int index) {
      return packed[index] >> POSITION_BITS;
    }

    int position(int index) {
      return (int) packed[index];
    }
  }

  synchronized Rows find(DetailsQuery query, long asOf) {
    Key key = new Key(query.key(), asOf, records.version());
    Rows rows = kept.get(key);
    if (rows == null) {
      rows = search(query, asOf);
      kept.put(key, rows);
    }
    return rows;
  }

  private Rows search(DetailsQuery query, long asOf) {
    long first = Math.max(query.firstDay(), records.firstDay());
    long last = Math.min(query.lastDay(), records.lastDay(asOf));
    long[] rows = new long[1_024];
    long[] instants = new long[1_024];
    int count = 0;
    for (long day = first; day <= last; day++) {
      int ofDay = records.count(day);
      for (int position = 0; position < ofDay; position++) {
        long start = records.start(day, position);
        if (start <= asOf && admits(records, query, day, position, asOf)) {
          if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            instants = Arrays.copyOf(instants, count * 2);
          }
          rows[count] = Rows.pack(day, position);
          instants[count++] = orderedBy(query, day, position, start, asOf);
        }
      }
    }
    return new Rows(ordered(rows, instants, count, query.order()));
  }

  private long orderedBy(DetailsQuery query, long day, int position, long start, long asOf) {
    return switch (query.orderBy()) {
      case START -> start;
      case END -> {
        long end = records.end(day, position, asOf);
        yield end <= asOf ? end : asOf + 1;
      }
    };
  }

  /** Whether the filters of the query admit a conversation as it is known at {@code asOf}. */
  static boolean admits(Records records, DetailsQuery query, long day, int position, long asOf) {
    for (QueryFilter filter : query.conversationFilters()) {
      if (filter.mentionsOnly(List.of("conversationEnd"))) {
        List<String> end = records.end(day, position, asOf) <= asOf ? List.of("ended") : List.of();
        if (!filter.holds(_ -> end)) {
          return false;
        }
      } else if (!filter.holds(
          dimension -> records.conversationValues(day, position, asOf, dimension))) {
        return false;
      }
    }
    for (QueryFilter filter : query.segmentFilters()) {
      if (!records.anySegment(day, position, asOf, filter)) {
        return false;
      }
    }
    return true;
  }

  /** Sorts by instant, then by the order of finding, on primitive keys. */
  private static long[] ordered(long[] rows, long[] instants, int count, DetailsQuery.Order order) {
    if (count == 0) {
      return new long[0];
    }
    long earliest = Arrays.stream(instants, 0, count).min().orElseThrow();
    long[] keys = new long[count];
    for (int index = 0; index < count; index++) {
      keys[index] = (instants[index] - earliest) << ORDINAL_BITS | index;
    }
    Arrays.sort(keys);
    long[] sorted = new long[count];
    for (int index = 0; index < count; index++) {
      int found = (int) (keys[index] & ((1L << ORDINAL_BITS) - 1));
      sorted[order == DetailsQuery.Order.ASCENDING ? index : count - 1 - index] = rows[found];
    }
    return sorted;
  }
}
