package com.spokefleet.config;

import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** {@code operations} of fleet.yaml. */
final class OperationsSection {
  /** What CloudWatch Logs accepts, in days (PutRetentionPolicy). */
  private static final NavigableSet<Integer> LOG_RETENTION_DAYS =
      new TreeSet<>(
          List.of(
              1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
              2922, 3288, 3653));

  /** SQS keeps a dead letter no longer. */
  private static final Duration LONGEST_QUEUE = Duration.ofDays(14);

  static final Scalar<String> ADDRESS =
      ScalarTypes.matching("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+", "must be an e-mail address");

  static final Key<List<Located<String>>> NOTIFY =
      Key.optional(
          "notify", new ListOf<>(ADDRESS, 0), "E-mail addresses that are told of every alarm.");
  static final Key<Duration> LOG_RETENTION =
      Key.withDefault(
          "logRetention",
          DurationText.between(Duration.ofDays(1), Duration.ofDays(3653))
              .refined(OperationsSection::logRetention),
          "30d",
          "How long logs are kept; one of CloudWatch's values, such as 30d or 365d.");
  static final Key<Duration> RAW_RETENTION =
      Key.withDefault(
          "rawRetention",
          DurationText.between(Duration.ofDays(1), LONGEST_QUEUE)
              .refined(OperationsSection::wholeDays),
          "14d",
          "How long raw copies are kept (quarantine, backup, archive, transcripts, dead letters);"
              + " at most 14d, as long as SQS keeps anything.");
  static final Key<Duration> MAXIMUM_AGE =
      Key.withDefault(
          "maximumAge",
          DurationText.between(Duration.ofMinutes(2), Duration.ofDays(7)),
          "30m",
          "Data older than this is an alarm; older than two periods of an org that is read less"
              + " often.");
  static final Key<Duration> SILENCE =
      Key.optional(
          "silence",
          DurationText.between(Duration.ofMinutes(5), Duration.ofDays(7)),
          "No event of an org for so long is an alarm; absent: none.");
  static final Key<Long> DAILY_BYTES =
      Key.withDefault(
          "dailyBytes",
          ByteSizeText.TYPE,
          "5GB",
          "More bytes of events of one org on one day are an alarm, for they cost.");

  static final Section SECTION =
      new Section(
          "How the fleet is watched, and how long what is not the lake is kept.",
          List.of(NOTIFY, LOG_RETENTION, RAW_RETENTION, MAXIMUM_AGE, SILENCE, DAILY_BYTES));

  private OperationsSection() {}

  static Operations build(SectionValues values) {
    return new Operations(
        values.optional(NOTIFY).orElse(List.of()).stream().map(Located::value).toList(),
        values.get(LOG_RETENTION),
        values.get(RAW_RETENTION),
        values.get(MAXIMUM_AGE),
        values.optional(SILENCE),
        values.get(DAILY_BYTES));
  }

  private static Duration logRetention(Duration retention) throws InvalidValueException {
    int days = Math.toIntExact(wholeDays(retention).toDays());
    if (!LOG_RETENTION_DAYS.contains(days)) {
      Integer longer = LOG_RETENTION_DAYS.higher(days);
      throw new InvalidValueException(
          "is not a retention that CloudWatch offers; the nearest are %sd and %sd"
              .formatted(LOG_RETENTION_DAYS.lower(days), longer));
    }
    return retention;
  }

  private static Duration wholeDays(Duration duration) throws InvalidValueException {
    if (!duration.equals(Duration.ofDays(duration.toDays()))) {
      throw new InvalidValueException("must be whole days");
    }
    return duration;
  }
}
