package com.spokefleet.siem.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds back alerts of a group that was alerted of around that time, in whichever order. */
final class QuietTimes {
  /** Longer than any raw copy is kept, so no replay alerts again. */
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private final Duration quiet;
  private final Map<List<String>, List<Instant>> alerts = new HashMap<>();

  QuietTimes(Duration quiet) {
    this.quiet = quiet;
  }

  /** Whether an alert may go out; then the group is quiet around its time. */
  boolean lets(List<String> group, Instant time) {
    List<Instant> before = alerts.computeIfAbsent(group, key -> new ArrayList<>());
    before.removeIf(alert -> alert.isBefore(time.minus(REMEMBERED)));
    for (Instant alert : before) {
      if (Duration.between(alert, time).abs().compareTo(quiet) < 0) {
        return false;
      }
    }
    before.add(time);
    return true;
  }
}
