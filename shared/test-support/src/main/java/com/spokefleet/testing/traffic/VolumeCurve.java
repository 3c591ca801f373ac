package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How many conversations start in each hour, and when exactly. */
final class VolumeCurve {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int HOURS = 24;

  /** Shares of a working day by local hour, in thousandths: a morning and an afternoon peak. */
  private static final int[] HOURLY = {
    6, 4, 3, 3, 4, 8, 20, 45, 80, 98, 100, 92, 74, 78, 88, 84, 70, 50, 32, 22, 16, 11, 8, 4
  };

  private final FakeOrgSettings settings;

  VolumeCurve(FakeOrgSettings settings) {
    this.settings = settings;
  }

  /** Starts of one UTC day in ascending epoch milliseconds. */
  long[] starts(long epochDay) {
    SplittableRandom random = new SplittableRandom(Dice.mix(settings.seed(), epochDay, 0x57A27L));
    long[] starts = new long[0];
    for (int hour = 0; hour < HOURS; hour++) {
      long from = (epochDay * HOURS + hour) * HOUR_MILLIS;
      long[] ofHour =
          random
              .longs(count(from, hour, random), from, from + HOUR_MILLIS)
              .filter(this::isInHistory)
              .sorted()
              .toArray();
      int before = starts.length;
      starts = Arrays.copyOf(starts, before + ofHour.length);
      System.arraycopy(ofHour, 0, starts, before, ofHour.length);
    }
    return starts;
  }

  private boolean isInHistory(long start) {
    Instant instant = Instant.ofEpochMilli(start);
    return !instant.isBefore(settings.historyStart()) && instant.isBefore(settings.historyEnd());
  }

  private long count(long from, int hour, SplittableRandom random) {
    int perDay = settings.conversationsPerDay();
    if (settings.volume() == Volume.EVEN) {
      return (long) perDay * (hour + 1) / HOURS - (long) perDay * hour / HOURS;
    }
    ZonedDateTime local = Instant.ofEpochMilli(from).atZone(settings.zone());
    double expected = perDay * HOURLY[local.getHour()] / 1_000.0 * weekday(local.getDayOfWeek());
    return (long) (expected * random.nextDouble(0.9, 1.1) + random.nextDouble());
  }

  private static double weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> 1.2;
      case TUESDAY, WEDNESDAY, THURSDAY -> 1.05;
      case FRIDAY -> 1.0;
      case SATURDAY -> 0.45;
      case SUNDAY -> 0.3;
    };
  }
}
