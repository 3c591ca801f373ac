package com.spokefleet.config.schedule;

import com.spokefleet.config.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When one org starts: in this minute of each of its periods, which begin at midnight UTC.
 *
 * @param spoke name of the org in fleet.yaml
 * @param period a period of {@link Schedule#isPeriod}
 * @param minute from 0, less than the period's minutes
 */
public record Slot(String spoke, Duration period, int minute) {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  public Slot {
    if (!Schedule.isPeriod(period) || minute < 0 || minute >= period.toMinutes()) {
      throw new IllegalArgumentException(
          "Cannot start %s in minute %d of each %s".formatted(spoke, minute, period));
    }
  }

  /**
   * The same as an expression of EventBridge Scheduler, to be read in UTC, such as {@code cron(2/5
   * * * * ? *)}: minutes, hours, day of month, month, day of week, year.
   */
  public String cron() {
    int minutes = (int) period.toMinutes();
    String time;
    if (minutes < HOUR) {
      time = minute + "/" + minutes + " *";
    } else if (minutes == HOUR) {
      time = minute + " *";
    } else if (minutes < DAY) {
      time = minute % HOUR + " " + minute / HOUR + "/" + minutes / HOUR;
    } else {
      time = minute % HOUR + " " + minute / HOUR;
    }
    return "cron(" + time + " * * ? *)";
  }

  /** The next starts, the first of them not before an instant. */
  public List<Instant> startsFrom(Instant earliest, int count) {
    long second = earliest.getEpochSecond() + (earliest.getNano() > 0 ? 1 : 0);
    long offset = minute * 60L;
    long first = Math.ceilDiv(second - offset, period.toSeconds());
    return LongStream.range(first, first + count)
        .mapToObj(turn -> Instant.ofEpochSecond(turn * period.toSeconds() + offset))
        .toList();
  }
}
