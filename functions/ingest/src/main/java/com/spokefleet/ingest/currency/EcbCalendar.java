package com.spokefleet.ingest.currency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When reference rates come into force. The bank publishes around 16:00 in Frankfurt on its working
 * days; 16:00 sharp is taken as the instant, whenever the file really came. Which weekdays are
 * holidays is not assumed but seen: a weekday whose rates are not there when it is over had none.
 */
final class EcbCalendar {
  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
  private static final LocalTime PUBLICATION = LocalTime.of(16, 0);

  Instant publication(LocalDate date) {
    return date.atTime(PUBLICATION).atZone(FRANKFURT).toInstant();
  }

  /**
   * Up to when nothing new can come into force, as seen now by somebody who reads rates of {@code
   * newest} and of no later day.
   */
  Instant nextAfter(LocalDate newest, Instant now) {
    LocalDate next = nextWeekday(newest);
    while (!now.isBefore(next.plusDays(1).atStartOfDay(FRANKFURT).toInstant())) {
      next = nextWeekday(next);
    }
    return publication(next);
  }

  /** Whether of the publications from {@code due} on only that one can have happened by now. */
  boolean isLastPublication(Instant due, Instant now) {
    LocalDate next = nextWeekday(LocalDate.ofInstant(due, FRANKFURT));
    return !now.isBefore(due) && now.isBefore(publication(next));
  }

  private static LocalDate nextWeekday(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
