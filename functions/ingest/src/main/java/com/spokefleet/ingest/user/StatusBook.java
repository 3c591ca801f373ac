package com.spokefleet.ingest.user;

import com.spokefleet.normalize.user.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statuses read but not yet landed, each once, by the day they started: the union over all pages of
 * a reading, for pages repeat statuses and cut users in parts. One landing's worth, in memory; for
 * one thread.
 */
final class StatusBook {
  private record Key(String userId, Instant start) {}

  /** The statuses of one start day. */
  private static final class Day {
    private final Map<Key, UserStatus.Presence> presences = new HashMap<>();
    private final Map<Key, UserStatus.Routing> routings = new HashMap<>();
  }

  private final TreeMap<LocalDate, Day> days = new TreeMap<>();
  private long size;

  /** Whether the status was not in the book before. */
  boolean add(UserStatus status) {
    Day day = days.computeIfAbsent(status.day(), _ -> new Day());
    Key key = new Key(status.userId(), status.start());
    boolean known =
        switch (status) {
          case UserStatus.Presence presence -> {
            UserStatus.Presence before = day.presences.get(key);
            if (before == null || supersedes(before.end(), presence.end())) {
              day.presences.put(key, presence);
            }
            yield before != null;
          }
          case UserStatus.Routing routing -> {
            UserStatus.Routing before = day.routings.get(key);
            if (before == null || supersedes(before.end(), routing.end())) {
              day.routings.put(key, routing);
            }
            yield before != null;
          }
        };
    size += known ? 0 : 1;
    return !known;
  }

  /**
   * Of two copies the one that has ended is the newer; of two that have ended the later one, and of
   * two statuses that began in the same millisecond the one that lasted.
   */
  private static boolean supersedes(@Nullable Instant before, @Nullable Instant after) {
    if (after == null) {
      return before == null;
    }
    return before == null || !after.isBefore(before);
  }

  long size() {
    return size;
  }

  /** The start days there are statuses of. */
  Set<LocalDate> days() {
    return days.keySet();
  }

  Collection<UserStatus.Presence> presences(LocalDate day) {
    return days.getOrDefault(day, new Day()).presences.values();
  }

  Collection<UserStatus.Routing> routings(LocalDate day) {
    return days.getOrDefault(day, new Day()).routings.values();
  }

  /** The users who have a status of any kind that started on the day. */
  Set<String> users(LocalDate day) {
    Set<String> users = new TreeSet<>();
    presences(day).forEach(status -> users.add(status.userId()));
    routings(day).forEach(status -> users.add(status.userId()));
    return users;
  }
}
