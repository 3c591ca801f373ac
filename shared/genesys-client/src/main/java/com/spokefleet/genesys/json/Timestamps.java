package com.spokefleet.genesys.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO-8601 instants without garbage: {@code yyyy-MM-ddTHH:mm:ss}, up to nine digits of
 * fraction, then {@code Z}, {@code ±HH:mm} or {@code ±HHmm}. A text without zone is no instant.
 */
final class Timestamps {
  private static final int DATE_TIME_LENGTH = 19;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int LARGEST_OFFSET_SECONDS = 18 * 3600;
  private static final int[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Timestamps() {}

  /** Null when the text is not an instant. */
  static @Nullable Instant parse(char[] text, int start, int length) {
    if (length <= DATE_TIME_LENGTH || !hasSeparators(text, start)) {
      return null;
    }
    int century = twoDigits(text, start);
    int yearOfCentury = twoDigits(text, start + 2);
    int month = twoDigits(text, start + 5);
    int day = twoDigits(text, start + 8);
    int hour = twoDigits(text, start + 11);
    int minute = twoDigits(text, start + 14);
    int second = twoDigits(text, start + 17);
    // A non-digit makes its number negative, and so the bitwise or of all.
    if ((century | yearOfCentury | month | day | hour | minute | second) < 0) {
      return null;
    }
    int year = century * 100 + yearOfCentury;
    if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    int end = start + length;
    int zone = start + DATE_TIME_LENGTH;
    int nanos = 0;
    if (text[zone] == '.') {
      int firstDigit = ++zone;
      while (zone < end && isDigit(text[zone])) {
        nanos = nanos * 10 + (text[zone] - '0');
        if (++zone - firstDigit > 9) {
          return null;
        }
      }
      int digits = zone - firstDigit;
      if (digits == 0) {
        return null;
      }
      nanos *= POWERS_OF_TEN[9 - digits];
    }
    int offset = offsetSeconds(text, zone, end);
    if (offset == Integer.MIN_VALUE) {
      return null;
    }
    long seconds =
        epochDay(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    return Instant.ofEpochSecond(seconds - offset, nanos);
  }

  private static boolean hasSeparators(char[] text, int start) {
    return text[start + 4] == '-'
        && text[start + 7] == '-'
        && (text[start + 10] == 'T' || text[start + 10] == 't')
        && text[start + 13] == ':'
        && text[start + 16] == ':';
  }

  /** Integer.MIN_VALUE when this is no zone. */
  private static int offsetSeconds(char[] text, int zone, int end) {
    int length = end - zone;
    if (length == 1 && (text[zone] == 'Z' || text[zone] == 'z')) {
      return 0;
    }
    boolean colon = length == 6 && text[zone + 3] == ':';
    if (!(colon || length == 5) || (text[zone] != '+' && text[zone] != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = twoDigits(text, zone + 1);
    int minutes = twoDigits(text, end - 2);
    int seconds = hours * 3600 + minutes * 60;
    if ((hours | minutes) < 0 || minutes > 59 || seconds > LARGEST_OFFSET_SECONDS) {
      return Integer.MIN_VALUE;
    }
    return text[zone] == '-' ? -seconds : seconds;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Negative when either character is no digit. */
  private static int twoDigits(char[] text, int at) {
    int tens = text[at] - '0';
    int units = text[at + 1] - '0';
    boolean digits = tens >= 0 && tens <= 9 && units >= 0 && units <= 9;
    return digits ? tens * 10 + units : -1;
  }

  private static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > DAYS_OF_MONTH[month - 1]) {
      return false;
    }
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return month != 2 || day != 29 || leap;
  }

  /** Days since 1970-01-01; the year is taken to begin in March, so that leap days come last. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
