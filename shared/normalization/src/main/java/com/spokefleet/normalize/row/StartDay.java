package com.spokefleet.normalize.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When a conversation or an interval started, as the lake is partitioned and as people in the org
 * see it.
 *
 * @param day the UTC day, which names the partition
 * @param localDate the day in the org's zone
 * @param localInterval start of the half hour in the org's zone, such as 2026-10-25T02:30; the hour
 *     that a clock change repeats is told apart by the offset
 * @param utcOffsetMinutes the org's offset from UTC at that moment, daylight saving included
 */
public record StartDay(
    LocalDate day, LocalDate localDate, String localInterval, long utcOffsetMinutes) {

  public static StartDay of(Instant start, ZoneId zone) {
    ZonedDateTime local = start.atZone(zone);
    LocalDateTime interval =
        local.toLocalDate().atTime(local.getHour(), local.getMinute() < 30 ? 0 : 30);
    return new StartDay(
        start.atOffset(ZoneOffset.UTC).toLocalDate(),
        local.toLocalDate(),
        interval.toString(),
        local.getOffset().getTotalSeconds() / 60);
  }
}
