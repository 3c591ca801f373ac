package com.spokefleet.testing.render;

import java.time.LocalDate;

/**
 * Timestamps as the platform writes them: UTC with exactly three decimals. Written by hand because
 * a record holds close to a hundred of them.
 */
public final class Timestamps {
  private static final long DAY_MILLIS = 86_400_000;
  private static final int LENGTH = 24;

  private Timestamps() {}

  public static String text(long epochMillis) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, DAY_MILLIS));
    int time = (int) Math.floorMod(epochMillis, DAY_MILLIS);
    StringBuilder text = new StringBuilder(LENGTH);
    digits(text, date.getYear(), 1_000);
    digits(text.append('-'), date.getMonthValue(), 10);
    digits(text.append('-'), date.getDayOfMonth(), 10);
    digits(text.append('T'), time / 3_600_000, 10);
    digits(text.append(':'), time / 60_000 % 60, 10);
    digits(text.append(':'), time / 1_000 % 60, 10);
    digits(text.append('.'), time % 1_000, 100);
    return text.append('Z').toString();
  }

  private static void digits(StringBuilder text, int number, int highestUnit) {
    for (int unit = highestUnit; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
  }
}
