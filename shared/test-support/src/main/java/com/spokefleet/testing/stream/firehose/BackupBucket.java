package com.spokefleet.testing.stream.firehose;

import com.spokefleet.testing.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The bucket that delivery streams back up to: a folder with the keys Firehose gives its objects,
 * {@code <prefix><error type>/yyyy/MM/dd/HH/<stream>-1-<time>-<uuid>}, each of JSON lines.
 */
public final class BackupBucket {
  /** Records that could not be transformed, as they came. */
  public static final String PROCESSING_FAILED = "processing-failed/";

  /** Records that Splunk did not take, transformed. */
  public static final String SPLUNK_FAILED = "splunk-failed/";

  /** Records that an HTTP endpoint did not take, transformed. */
  public static final String HTTP_ENDPOINT_FAILED = "http-endpoint-failed/";

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final VirtualClock clock;
  private final Map<String, Set<String>> written = new TreeMap<>();
  private boolean available = true;

  public BackupBucket(Path folder, VirtualClock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** From now on objects can be written, or not. */
  public void available(boolean isAvailable) {
    available = isAvailable;
  }

  public Path folder() {
    return folder;
  }

  /** False if the bucket cannot be written now. */
  boolean write(String prefix, String stream, List<FailedRecord> records) {
    if (!available) {
      return false;
    }
    String key =
        "%s%s%s-1-%s-%s"
            .formatted(
                prefix,
                HOUR.format(clock.instant()),
                stream,
                SECOND.format(clock.instant()),
                UUID.nameUUIDFromBytes((stream + written.size()).getBytes(StandardCharsets.UTF_8)));
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(record.line()).append('\n'));
    try {
      Path file = folder.resolve(key);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, lines);
      written.put(key, eventIds(records));
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + key + " to the backup bucket", failure);
    }
  }

  private static Set<String> eventIds(List<FailedRecord> records) {
    Set<String> ids = new HashSet<>();
    records.forEach(record -> EventIds.of(record.rawData()).ifPresent(ids::add));
    return ids;
  }

  /** Ids of the events under a prefix, as long as nobody deletes their objects. */
  public Set<String> eventIds(String prefix) {
    Set<String> ids = new HashSet<>();
    written.forEach(
        (key, inObject) -> {
          if (key.startsWith(prefix) && Files.exists(folder.resolve(key))) {
            ids.addAll(inObject);
          }
        });
    return ids;
  }

  /** The keys of all objects under a prefix, in order. */
  public List<String> keys(String prefix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(key -> key.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list the backup bucket", failure);
    }
  }

  /** The records of an object. */
  public List<FailedRecord> read(String key) {
    try {
      return Files.readAllLines(folder.resolve(key)).stream().map(FailedRecord::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + key + " of the backup bucket", failure);
    }
  }

  /** The records of all objects under a prefix, in order. */
  public List<FailedRecord> records(String prefix) {
    return keys(prefix).stream().flatMap(key -> read(key).stream()).toList();
  }
}
