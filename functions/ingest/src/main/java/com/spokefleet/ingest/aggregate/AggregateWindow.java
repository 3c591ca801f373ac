package com.spokefleet.ingest.aggregate;

import com.spokefleet.genesys.aggregate.ConversationAggregatesQuery;
import com.spokefleet.lake.partition.InstantRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A stretch of time to read, both of whose ends lie between two intervals. */
record AggregateWindow(Instant from, Instant to) {
  private static final long INTERVAL_MILLIS = ConversationAggregatesQuery.GRANULARITY.toMillis();

  static AggregateWindow day(LocalDate day) {
    return new AggregateWindow(startOf(day), startOf(day.plusDays(1)));
  }

  /** All intervals that overlap the time. */
  static AggregateWindow around(Instant from, Instant to) {
    return new AggregateWindow(floor(from), floor(to.plusMillis(INTERVAL_MILLIS - 1)));
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The days the window touches. */
  List<LocalDate> days() {
    return dayOf(from).datesUntil(dayOf(to.minusMillis(1)).plusDays(1)).toList();
  }

  /** The part of the window that lies on the day. */
  InstantRange on(LocalDate day) {
    AggregateWindow whole = day(day);
    return new InstantRange(
        from.isAfter(whole.from) ? from : whole.from, to.isBefore(whole.to) ? to : whole.to);
  }

  private static Instant floor(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, INTERVAL_MILLIS));
  }
}
