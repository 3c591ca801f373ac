package com.spokefleet.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations of fleet.yaml: {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}, or ISO 8601. */
final class DurationText {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final String SCHEMA_PATTERN =
      "^(\\d{1,9}(ms|s|m|h|d)|P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?)$";

  private DurationText() {}

  static Scalar<Duration> between(Duration minimum, Duration maximum) {
    return Scalar.text(
        Map.of("pattern", SCHEMA_PATTERN),
        text -> {
          Duration duration = parse(text);
          if (duration.compareTo(minimum) < 0 || duration.compareTo(maximum) > 0) {
            throw new InvalidValueException(
                "must be from " + show(minimum) + " to " + show(maximum));
          }
          if (duration.toNanosPart() % 1_000_000 != 0) {
            throw new InvalidValueException("must be whole milliseconds");
          }
          return duration;
        });
  }

  /** Shortest form in whole units, such as {@code 7d}. */
  static String show(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 86_400_000 == 0 && millis != 0) {
      return millis / 86_400_000 + "d";
    }
    if (millis % 3_600_000 == 0 && millis != 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0 && millis != 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static Duration parse(String text) throws InvalidValueException {
    Matcher matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    }
    if (text.matches(SCHEMA_PATTERN)) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw notADuration(text);
      }
    }
    throw notADuration(text);
  }

  private static InvalidValueException notADuration(String text) {
    return new InvalidValueException(
        "\""
            + Suggestions.shown(text)
            + "\" is not a duration; write one such as 30s, 5m, 2h, 7d or PT5M");
  }
}
