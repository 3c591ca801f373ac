package com.spokefleet.siem.datadog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Spans of time that Datadog takes where it does not take any. */
final class AllowedSpan {
  /** Of a log monitor: at most two days, in minutes. */
  static final Duration LONGEST_OF_MONITOR = Duration.ofDays(2);

  /** The enums SecurityMonitoringRuleEvaluationWindow, -KeepAlive and -MaxSignalDuration. */
  private static final List<Duration> OF_RULE =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1));

  /** The enum SecurityMonitoringRuleNewValueOptionsForgetAfter. */
  private static final List<Integer> DAYS_KNOWN = List.of(1, 2, 7, 14, 21, 28);

  /** The enum SecurityMonitoringRuleNewValueOptionsLearningDuration. */
  private static final List<Integer> DAYS_OF_LEARNING = List.of(0, 1, 7);

  private AllowedSpan() {}

  /** The shortest that a rule takes and that is not shorter; empty if none is long enough. */
  static Optional<Duration> ofRule(Duration wanted) {
    return OF_RULE.stream().filter(span -> span.compareTo(wanted) >= 0).findFirst();
  }

  /** The same, or the longest there is. */
  static Duration ofRuleAtMost(Duration wanted) {
    return ofRule(wanted).orElse(OF_RULE.getLast());
  }

  static int daysKnown(Duration wanted) {
    return atLeast(DAYS_KNOWN, wanted);
  }

  static int daysOfLearning(Duration wanted) {
    return atLeast(DAYS_OF_LEARNING, wanted);
  }

  /** In whole minutes, as a log monitor's {@code last} takes them. */
  static String ofMonitor(Duration wanted) {
    Duration span = wanted.compareTo(LONGEST_OF_MONITOR) > 0 ? LONGEST_OF_MONITOR : wanted;
    return Math.max(1, Math.ceilDiv(span.toSeconds(), 60)) + "m";
  }

  private static int atLeast(List<Integer> days, Duration wanted) {
    return days.stream()
        .filter(count -> Duration.ofDays(count).compareTo(wanted) >= 0)
        .findFirst()
        .orElse(days.getLast());
  }
}
