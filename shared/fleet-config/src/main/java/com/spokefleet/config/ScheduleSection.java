package com.spokefleet.config;

import java.time.Duration;
import java.util.List;

/** {@code schedule} of a spoke. */
final class ScheduleSection {
  /** Genesys answers a details query without a filter for at most 7 days. */
  private static final Duration LONGEST_QUERY = Duration.ofDays(7);

  /** Of one client, by Genesys' defaults. */
  private static final int REQUESTS_PER_MINUTE = 300;

  /** Conversations that one request of a details query brings at most. */
  private static final int ROWS_PER_REQUEST = 100;

  /** How often the same conversation may be read by runs that follow each other. */
  private static final int MOST_READINGS = 100;

  static final Key<Duration> PERIOD =
      Key.withDefault(
          "period",
          DurationText.between(Duration.ofMinutes(1), Duration.ofDays(1))
              .refined(ScheduleSection::period),
          "5m",
          "Time between two runs: minutes that divide the hour, or hours that divide the day.");
  static final Key<Duration> OVERLAP =
      Key.withDefault(
          "overlap",
          DurationText.between(Duration.ZERO, LONGEST_QUERY),
          "30m",
          "How far behind its watermark a run reads again, to catch what came late.");
  static final Key<Duration> LOOKBACK =
      Key.withDefault(
          "lookback",
          DurationText.between(Duration.ofMinutes(1), LONGEST_QUERY),
          "7d",
          "How far back a conversation may have started to be found by a run; 7d is the API's"
              + " limit.");
  static final Key<Integer> HISTORY_DAYS =
      Key.withDefault(
          "historyDays", Scalar.wholeNumber(1, 3653), 90, "How many days back the first run goes.");

  static final Key<Integer> BACKFILL_SHARE =
      Key.withDefault(
          "backfillShare",
          Scalar.wholeNumber(1, 90),
          50,
          "Share of the org's request limit that a backfill may use, in percent; the rest is for"
              + " runs and for other programs.");

  static final Section SECTION =
      new Section(
          "How often and how far an org is read.",
          List.of(PERIOD, OVERLAP, LOOKBACK, HISTORY_DAYS, BACKFILL_SHARE));

  private ScheduleSection() {}

  private static Duration period(Duration period) throws InvalidValueException {
    if (!Schedule.isPeriod(period)) {
      throw new InvalidValueException(
          "must divide the hour or the day: 1m, 2m, 3m, 4m, 5m, 6m, 10m, 12m, 15m, 20m, 30m, 1h,"
              + " 2h, 3h, 4h, 6h, 8h, 12h or 1d");
    }
    return period;
  }

  static Schedule build(SectionValues values) {
    return new Schedule(
        values.get(PERIOD),
        values.get(OVERLAP),
        values.get(LOOKBACK),
        values.get(HISTORY_DAYS),
        values.get(BACKFILL_SHARE));
  }

  static void check(SectionValues values, Problems problems) {
    values
        .located(OVERLAP)
        .ifPresent(
            overlap -> {
              values
                  .optional(LOOKBACK)
                  .filter(lookback -> overlap.value().compareTo(lookback) >= 0)
                  .ifPresent(
                      lookback ->
                          problems.add(
                              overlap,
                              "must be shorter than lookback, " + DurationText.show(lookback)));
              values
                  .optional(PERIOD)
                  .filter(
                      period -> overlap.value().compareTo(period.multipliedBy(MOST_READINGS)) > 0)
                  .ifPresent(period -> problems.add(overlap, tooManyReadings(period)));
            });
  }

  private static String tooManyReadings(Duration period) {
    return "must be at most %d periods of %s, %s: every run reads it again, and more would take the"
            .formatted(
                MOST_READINGS,
                DurationText.show(period),
                DurationText.show(period.multipliedBy(MOST_READINGS)))
        + " org's whole request limit at %d conversations a minute"
            .formatted(REQUESTS_PER_MINUTE * ROWS_PER_REQUEST / MOST_READINGS);
  }
}
