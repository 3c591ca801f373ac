package com.spokefleet.siem.datadog;

import java.time.Duration;

/** Spans of time for people. */
final class Spans {
  private Spans() {}

  static String words(Duration span) {
    if (span.toDays() > 1 && span.equals(Duration.ofDays(span.toDays()))) {
      return span.toDays() + " days";
    }
    if (span.toHours() > 0 && span.equals(Duration.ofHours(span.toHours()))) {
      return span.toHours() == 1 ? "1 hour" : span.toHours() + " hours";
    }
    return span.toMinutes() == 1 ? "1 minute" : span.toMinutes() + " minutes";
  }
}
