package com.spokefleet.testing.week;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When things happen in a week: which part of its total falls into a time. */
enum Hours {
  /** Business hours, a lunch dip, some evenings, less at weekends, little at night. */
  BUSINESS(
      new double[] {
        4, 3, 3, 3, 3, 5, 10, 40, 90, 100, 100, 95, 75, 85, 95, 95, 90, 75, 45, 30, 18, 12, 8, 5
      },
      0.35,
      0.12),
  /** As people in offices work. */
  OFFICE(
      new double[] {
        0, 0, 0, 0, 0, 0, 1, 10, 70, 100, 100, 90, 50, 80, 100, 95, 80, 35, 8, 3, 2, 1, 0, 0
      },
      0.02,
      0.01),
  /** Jobs of the night. */
  NIGHT(
      new double[] {30, 100, 100, 60, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
      1,
      1),
  /** Around the clock. */
  ALWAYS(
      new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 1, 1);

  private final double[] ofDay;
  private final double saturday;
  private final double sunday;
  private final double total;

  Hours(double[] ofDay, double saturday, double sunday) {
    this.ofDay = ofDay;
    this.saturday = saturday;
    this.sunday = sunday;
    double day = 0;
    for (double hour : ofDay) {
      day += hour;
    }
    this.total = day * (5 + saturday + sunday);
  }

  /** The part of the week's total that falls into the time, which lies within one hour. */
  double share(Instant from, Duration length, int hoursAhead) {
    ZonedDateTime local = from.atZone(ZoneOffset.ofHours(hoursAhead));
    double day =
        local.getDayOfWeek() == DayOfWeek.SATURDAY
            ? saturday
            : local.getDayOfWeek() == DayOfWeek.SUNDAY ? sunday : 1;
    return day * ofDay[local.getHour()] / total * length.toSeconds() / 3_600;
  }
}
