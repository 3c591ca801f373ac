package com.spokefleet.testing.week;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An organisation of the week. Sizes follow from its number: from a large one with many Edges to a
 * smaller one that has none.
 *
 * @param volume share of the full number of calls, measurements and the platform's own audits
 */
public record BusyOrg(int number, long seed, double volume) {
  public String id() {
    return uuid("org");
  }

  public String name() {
    return "org-" + number;
  }

  int edges() {
    return number % 3 == 2 ? 0 : 4 + 4 * (number % 4);
  }

  int agents() {
    return 300 + 120 * (number % 5);
  }

  double conversationsAWeek() {
    return volume * (70_000 + 12_000 * (number % 6));
  }

  /** How many hours ahead of UTC it works. */
  int hoursAhead() {
    return number % 3 * 5 - 5;
  }

  /** Whether a partner of another organisation administers it, too. */
  boolean hasPartner() {
    return number % 4 == 1;
  }

  /** The same id for the same words, unlike any other organisation's. */
  String uuid(String words) {
    return UUID.nameUUIDFromBytes(
            (seed + " " + number + " " + words).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
