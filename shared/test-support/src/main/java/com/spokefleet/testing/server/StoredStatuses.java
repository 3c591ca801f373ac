package com.spokefleet.testing.server;

import com.spokefleet.testing.traffic.AgentStatuses;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the statuses of a users details query as the platform keeps them: each is stored on the UTC
 * day it started, and once more on the day it ended if that is another. The second copy is counted
 * and paged over, but taken out of the page where both are in the result.
 */
final class StoredStatuses {
  private static final long DAY_MILLIS = 86_400_000;
  private static final int KEPT_RESULTS = 4;

  private final AgentStatuses statuses;
  private final Map<Key, List<Stored>> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Stored>> eldest) {
          return size() > KEPT_RESULTS;
        }
      };

  StoredStatuses(AgentStatuses statuses) {
    this.statuses = statuses;
  }

  /**
   * One stored copy.
   *
   * @param redundant the other copy is in the same result
   */
  record Stored(GeneratedStatus status, long day, boolean redundant) {}

  private record Key(String query, long asOf) {}

  /** The copies in the order asked for. */
  synchronized List<Stored> find(UsersDetailsQuery query, long asOf) {
    return kept.computeIfAbsent(new Key(query.key(), asOf), _ -> search(query, asOf));
  }

  private List<Stored> search(UsersDetailsQuery query, long asOf) {
    List<Stored> found = new ArrayList<>();
    for (GeneratedStatus status : statuses.startedBy(asOf)) {
      if (query.admits(status)) {
        long startDay = Math.floorDiv(status.start(), DAY_MILLIS);
        boolean onStartDay = startDay >= query.firstDay() && startDay <= query.lastDay();
        if (onStartDay) {
          found.add(new Stored(status, startDay, false));
        }
        if (status.endedBy(asOf)) {
          long endDay = Math.floorDiv(status.end(), DAY_MILLIS);
          if (endDay != startDay && endDay >= query.firstDay() && endDay <= query.lastDay()) {
            found.add(new Stored(status, endDay, onStartDay));
          }
        }
      }
    }
    // The sort is stable: statuses come in order of start.
    found.sort(Comparator.comparingLong(Stored::day));
    return List.copyOf(query.descending() ? found.reversed() : found);
  }
}
