package com.spokefleet.replay.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Firehose names objects {@code <stream>-<version>-yyyy-MM-dd-HH-mm-ss-<uuid>}, in UTC. */
final class ObjectName {
  private static final Pattern TIME =
      Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}-\\d{2}-\\d{2}-\\d{2})-[^/]*$");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT);

  private ObjectName() {}

  /** The end of the second in which Firehose began the object; empty for a name not its own. */
  static Optional<Instant> writtenAt(String key) {
    Matcher matcher = TIME.matcher(key);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.parse(matcher.group(1), FORMAT).toInstant(ZoneOffset.UTC).plusSeconds(1));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
