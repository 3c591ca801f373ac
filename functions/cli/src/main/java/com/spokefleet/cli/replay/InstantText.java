package com.spokefleet.cli.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants as they are typed: {@code 2026-11-20T12:00:00Z}, or a UTC day for its beginning. */
final class InstantText implements ITypeConverter<Instant> {
  private static final int DAY = "yyyy-mm-dd".length();

  @Override
  public Instant convert(String text) {
    try {
      return text.length() == DAY
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException neither) {
      throw new TypeConversionException(
          "Cannot read '%s' as a time; write 2026-11-20T12:00:00Z or 2026-11-20 (%s)"
              .formatted(text, neither.getMessage()));
    }
  }
}
