package com.spokefleet.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the start day of a record that cannot be decoded, so that its day's proof can count it: the
 * date it is written with, even where the time or the zone behind it is spoilt.
 */
public final class PoisonDay {
  private final Pattern start;

  /**
   * @param field the JSON field that holds a record's start
   */
  public PoisonDay(String field) {
    this.start =
        Pattern.compile("\"" + Pattern.quote(field) + "\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})");
  }

  public Optional<LocalDate> of(byte[] raw) {
    Matcher matcher = start.matcher(new String(raw, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
