package com.spokefleet.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them; what is not known is a dash, never a zero. */
public final class Format {
  public static final String UNKNOWN = "–";

  private Format() {}

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A size in mebibytes or, from ten gibibytes on, in those. */
  public static String bytes(long bytes) {
    double mebibytes = bytes / (1024.0 * 1024.0);
    return mebibytes < 10 * 1024
        ? String.format(Locale.ROOT, "%,.1f MiB", mebibytes)
        : String.format(Locale.ROOT, "%,.1f GiB", mebibytes / 1024);
  }

  /** A ratio between 0 and 1 as per cent. */
  public static String percent(OptionalDouble ratio) {
    return ratio.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", ratio.getAsDouble() * 100)
        : UNKNOWN;
  }

  /** Milliseconds as minutes and seconds, {@code 4:07}. */
  public static String minutes(OptionalDouble milliseconds) {
    if (milliseconds.isEmpty()) {
      return UNKNOWN;
    }
    long seconds = Math.round(milliseconds.getAsDouble() / 1000);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** A duration in its largest sensible unit, {@code 45 s}, {@code 12 min}, {@code 3 h}. */
  public static String age(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, duration.toSeconds()) + " s";
    }
    if (duration.compareTo(Duration.ofHours(2)) < 0) {
      return duration.toMinutes() + " min";
    }
    return duration.compareTo(Duration.ofDays(3)) < 0
        ? duration.toHours() + " h"
        : duration.toDays() + " days";
  }
}
