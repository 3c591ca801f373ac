package com.spokefleet.genesys.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code Retry-After} value: seconds, whole or decimal, or an HTTP date. */
final class RetryAfter {
  /** Beyond this a value is a fault of the sender, not a plan of ours. */
  static final Duration LONGEST_BELIEVED = Duration.ofDays(1);

  private static final BigDecimal LONGEST_SECONDS =
      BigDecimal.valueOf(LONGEST_BELIEVED.toSeconds());
  private static final int LONGEST_TEXT = 64;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** The positive wait asked for; empty for anything negative, zero, past, absurd or unreadable. */
  static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    boolean numeric = "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    return numeric ? parseSeconds(text) : parseDate(text, now);
  }

  private static Optional<Duration> parseSeconds(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() <= 0 || seconds.compareTo(LONGEST_SECONDS) > 0) {
        return Optional.empty();
      }
      return Optional.of(Duration.ofMillis(Math.max(1, seconds.movePointRight(3).longValue())));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parseDate(String text, Instant now) {
    try {
      Duration wait = Duration.between(now, Instant.from(HTTP_DATE.parse(text)));
      boolean believable = wait.isPositive() && wait.compareTo(LONGEST_BELIEVED) <= 0;
      return believable ? Optional.of(wait) : Optional.empty();
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
