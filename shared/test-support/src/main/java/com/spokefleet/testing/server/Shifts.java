package com.spokefleet.testing.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By how many rows the pages of a walk have moved since it began. Not thread-safe. */
final class Shifts {
  private static final int KEPT_WALKS = 64;

  private final Map<String, List<Shift>> shifts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Shift>> eldest) {
          return size() > KEPT_WALKS;
        }
      };

  private record Shift(int fromPage, int rows) {}

  /** From {@code page} on, pages of the walk start {@code rows} rows earlier. */
  void moveBack(String walk, int page, int rows) {
    shifts.computeIfAbsent(walk, _ -> new ArrayList<>()).add(new Shift(page, rows));
  }

  long offset(DetailsQuery query) {
    return offset(query.key(), query.pageNumber(), query.pageSize());
  }

  /** The row at which a page of the walk starts. */
  long offset(String walk, int pageNumber, int pageSize) {
    long offset = (pageNumber - 1L) * pageSize;
    for (Shift shift : shifts.getOrDefault(walk, List.of())) {
      if (shift.fromPage() <= pageNumber) {
        offset -= shift.rows();
      }
    }
    return Math.max(0, offset);
  }
}
