package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import java.math.BigDecimal;

/**
 * Instants as events carry them: ISO-8601 with an offset, or numbers since 1970. Exact to the
 * millisecond; what is finer is cut off.
 */
final class EventTime {
  /** What cannot be read as an instant. */
  static final long NONE = Long.MIN_VALUE;

  /** Numbers below are seconds, those from here on milliseconds: the year 5138, or March 1973. */
  private static final long LEAST_MILLISECONDS = 100_000_000_000L;

  /** The last millisecond of the year 9999, after which ISO-8601 has five digits. */
  private static final long LAST = 253_402_300_799_999L;

  /** Of a number with an exponent; what is longer is no instant. */
  private static final int LONGEST = 40;

  private static final long DAY = 86_400_000L;

  private EventTime() {}

  /** Milliseconds since 1970 of a number's digits; a fraction belongs to seconds. */
  static long ofNumber(byte[] bytes, int from, int to) {
    long whole = 0;
    int at = from;
    while (at < to && isDigit(bytes[at])) {
      if (at - from > 15) {
        return NONE;
      }
      whole = whole * 10 + bytes[at] - '0';
      at++;
    }
    boolean exponent = at > from && to - from <= LONGEST && hasExponent(bytes, at, to);
    if (at == from || at < to && bytes[at] != '.' && !exponent) {
      return NONE;
    }
    if (exponent) {
      return ofExponent(JsonStrings.decode(bytes, from, to));
    }
    long milliseconds =
        whole < LEAST_MILLISECONDS ? whole * 1_000 + fraction(bytes, at, to) : whole;
    return milliseconds <= LAST ? milliseconds : NONE;
  }

  private static long ofExponent(String number) {
    try {
      return ofDecimal(new BigDecimal(number));
    } catch (NumberFormatException | ArithmeticException beyondAnyTime) {
      // An exponent of more than 31 bits: valid JSON, and no instant.
      return NONE;
    }
  }

  /** Some write large numbers as {@code 1.780220965123E12}. */
  private static long ofDecimal(BigDecimal number) {
    boolean seconds = number.compareTo(BigDecimal.valueOf(LEAST_MILLISECONDS)) < 0;
    BigDecimal milliseconds = seconds ? number.movePointRight(3) : number;
    return milliseconds.compareTo(BigDecimal.valueOf(LAST)) <= 0 ? milliseconds.longValue() : NONE;
  }

  private static boolean hasExponent(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if ((bytes[at] | 0x20) == 'e') {
        return true;
      }
    }
    return false;
  }

  /** Milliseconds since 1970 of {@code 2026-11-10T14:20:25.123Z} or with an offset. */
  static long ofText(byte[] bytes, int from, int to) {
    if (to - from < 20 || !separated(bytes, from)) {
      return NONE;
    }
    int year = digits(bytes, from, 4);
    int month = digits(bytes, from + 5, 2);
    int day = digits(bytes, from + 8, 2);
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    boolean fits =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= lastDay(year, month)
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 60;
    if (!fits) {
      return NONE;
    }
    int zone = from + 19;
    long milliseconds = 0;
    if (bytes[zone] == '.') {
      milliseconds = fraction(bytes, zone, to);
      zone++;
      while (zone < to && isDigit(bytes[zone])) {
        zone++;
      }
    }
    long offset = offset(bytes, zone, to);
    if (offset == NONE) {
      return NONE;
    }
    long seconds = (hour * 60L + minute) * 60 + second;
    return epochDay(year, month, day) * DAY + seconds * 1_000 + milliseconds - offset;
  }

  /** Writes {@code 2026-11-10T14:20:25.123Z}. */
  static void write(long epochMilliseconds, JsonBytes out) {
    long ofDay = Math.floorMod(epochMilliseconds, DAY);
    // Days are counted from 1 March of the year 0, so that a leap day is the last of its year.
    long days = Math.floorDiv(epochMilliseconds, DAY) + 719_468;
    long era = Math.floorDiv(days, 146_097L);
    long ofEra = days - era * 146_097;
    long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shifted = (5 * ofYear + 2) / 153;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    out.digits(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    out.put('-');
    out.digits(month, 2);
    out.put('-');
    out.digits(ofYear - (153 * shifted + 2) / 5 + 1, 2);
    out.put('T');
    out.digits(ofDay / 3_600_000, 2);
    out.put(':');
    out.digits(ofDay / 60_000 % 60, 2);
    out.put(':');
    out.digits(ofDay / 1_000 % 60, 2);
    out.put('.');
    out.digits(ofDay % 1_000, 3);
    out.put('Z');
  }

  private static boolean separated(byte[] bytes, int from) {
    return bytes[from + 4] == '-'
        && bytes[from + 7] == '-'
        && (bytes[from + 10] == 'T' || bytes[from + 10] == ' ')
        && bytes[from + 13] == ':'
        && bytes[from + 16] == ':';
  }

  /** Milliseconds of {@code .5}, {@code .123} or {@code .123456}; 0 where there is no fraction. */
  private static long fraction(byte[] bytes, int dot, int to) {
    long milliseconds = 0;
    boolean more = true;
    for (int at = dot + 1; at <= dot + 3; at++) {
      more = more && at < to && isDigit(bytes[at]);
      milliseconds = milliseconds * 10 + (more ? bytes[at] - '0' : 0);
    }
    return milliseconds;
  }

  private static long offset(byte[] bytes, int zone, int to) {
    if (zone + 1 == to && bytes[zone] == 'Z') {
      return 0;
    }
    boolean signed = zone < to && (bytes[zone] == '+' || bytes[zone] == '-');
    if (!signed) {
      return NONE;
    }
    int colon = to - zone == 6 && bytes[zone + 3] == ':' ? 1 : 0;
    if (to - zone != 5 + colon) {
      return NONE;
    }
    int hours = digits(bytes, zone + 1, 2);
    int minutes = digits(bytes, zone + 3 + colon, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return NONE;
    }
    long size = (hours * 60L + minutes) * 60_000;
    return bytes[zone] == '-' ? -size : size;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int at = from; at < from + count; at++) {
      if (!isDigit(bytes[at])) {
        return -1;
      }
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }

  private static int lastDay(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static long epochDay(int year, int month, int day) {
    long shiftedYear = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(shiftedYear, 400L);
    long yearOfEra = shiftedYear - era * 400;
    long ofYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468;
  }
}
