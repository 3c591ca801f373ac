package com.spokefleet.ingest.currency;

import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values in UTF-8 whose first line names the columns: {@code
 * conversation_id} and {@code amount}, and if wanted {@code currency} and {@code
 * conversation_start}, in any order. A row is a line; values may stand in double quotes. A line
 * that cannot be read costs nothing but itself.
 */
final class CsvFeed {
  private static final int LONGEST_LINE = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String orgId;
  private final String source;

  /**
   * @param source the file's key
   */
  CsvFeed(String orgId, String source) {
    this.orgId = orgId;
    this.source = source;
  }

  /** Gives every row; a file without a usable first line is bad data as a whole. */
  void read(Path file, Consumer<FeedLine> rows) throws IOException {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] first = line(input);
      List<String> header = header(first);
      long number = 1;
      for (byte[] line = line(input); line != null; line = line(input)) {
        number++;
        if (line.length > 0) {
          rows.accept(row(header, line, number));
        }
      }
    }
  }

  private List<String> header(byte @Nullable [] line) {
    Optional<List<String>> names =
        Optional.ofNullable(line).flatMap(CsvFeed::text).flatMap(CsvFeed::values);
    List<String> header =
        names.orElse(List.of()).stream()
            .map(name -> name.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
            .toList();
    if (!header.contains(FeedFields.CONVERSATION_ID) || !header.contains(FeedFields.AMOUNT)) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read %s: its first line does not name the columns %s and %s"
              .formatted(source, FeedFields.CONVERSATION_ID, FeedFields.AMOUNT),
          null);
    }
    return header;
  }

  private FeedLine row(List<String> header, byte[] line, long number) {
    Optional<List<String>> values = text(line).flatMap(CsvFeed::values);
    if (values.isEmpty() || values.get().size() != header.size()) {
      return new FeedLine.Bad(
          line, source + " line " + number + ": not " + header.size() + " values in UTF-8");
    }
    FeedFields fields =
        new FeedFields(
            value(header, values.get(), FeedFields.CONVERSATION_ID),
            value(header, values.get(), FeedFields.AMOUNT),
            value(header, values.get(), FeedFields.CURRENCY),
            value(header, values.get(), FeedFields.CONVERSATION_START));
    return fields
        .fault()
        .<FeedLine>map(fault -> new FeedLine.Bad(line, source + " line " + number + ": " + fault))
        .orElseGet(() -> new FeedLine.Good(fields.row(orgId, source, number)));
  }

  private static @Nullable String value(List<String> header, List<String> values, String name) {
    int index = header.indexOf(name);
    return index < 0 ? null : values.get(index);
  }

  /** The bytes up to the end of the line; null at the end of the file. */
  private static byte @Nullable [] line(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = input.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() == LONGEST_LINE) {
        throw new IngestException(
            FailureKind.BAD_DATA, "Cannot read a line of more than 1 MiB", null);
      }
      line.write(next);
      next = input.read();
    }
    byte[] bytes = line.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  private static Optional<String> text(byte[] line) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** The values between commas; empty where quotes do not close or stand in the middle. */
  private static Optional<List<String>> values(String line) {
    List<String> values = new ArrayList<>();
    int position = 0;
    while (true) {
      StringBuilder value = new StringBuilder();
      if (position < line.length() && line.charAt(position) == '"') {
        position++;
        while (true) {
          int quote = line.indexOf('"', position);
          if (quote < 0) {
            return Optional.empty();
          }
          value.append(line, position, quote);
          position = quote + 1;
          if (position == line.length() || line.charAt(position) != '"') {
            break;
          }
          value.append('"');
          position++;
        }
        if (position < line.length() && line.charAt(position) != ',') {
          return Optional.empty();
        }
      } else {
        int comma = line.indexOf(',', position);
        int end = comma < 0 ? line.length() : comma;
        value.append(line, position, end);
        position = end;
      }
      values.add(value.toString());
      if (position >= line.length()) {
        return Optional.of(values);
      }
      position++;
    }
  }
}
