package com.spokefleet.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Structured log: one JSON object per line with time, level and message first, then the fields.
 *
 * <p>Texts are cut at {@value #MAXIMUM_LENGTH} characters and everything outside printable ASCII is
 * escaped, so no value can begin a second line. Safe for use by several threads.
 */
public final class JsonLog {
  static final int MAXIMUM_LENGTH = 1_000;
  private static final List<String> OWN_FIELDS = List.of("time", "level", "message");

  private final Clock clock;
  private final PrintStream output;
  private final List<LogField> context;
  private final JsonFactory json =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  public JsonLog(Clock clock, PrintStream output) {
    this(clock, output, List.of());
  }

  private JsonLog(Clock clock, PrintStream output, List<LogField> context) {
    this.clock = clock;
    this.output = output;
    this.context = context;
  }

  /** A log whose every line also carries these fields, such as the org. */
  public JsonLog with(LogField... fields) {
    return new JsonLog(clock, output, joined(fields));
  }

  public void info(String message, LogField... fields) {
    write(LogLevel.INFO, message, fields);
  }

  public void warn(String message, LogField... fields) {
    write(LogLevel.WARN, message, fields);
  }

  public void error(String message, LogField... fields) {
    write(LogLevel.ERROR, message, fields);
  }

  private void write(LogLevel level, String message, LogField... fields) {
    String line = line(level, message, joined(fields)) + '\n';
    synchronized (output) {
      output.print(line);
      output.flush();
    }
  }

  private String line(LogLevel level, String message, List<LogField> fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(line)) {
      generator.writeStartObject();
      generator.writeStringField("time", clock.instant().toString());
      generator.writeStringField("level", level.name());
      generator.writeStringField("message", cut(message));
      for (LogField field : fields) {
        generator.writeFieldName(cut(field.name()));
        writeValue(generator, field);
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a log line", e);
    }
    return line.toString();
  }

  private static void writeValue(JsonGenerator generator, LogField field) throws IOException {
    switch (field) {
      case LogField.Text text -> generator.writeString(cut(text.value()));
      case LogField.WholeNumber number -> generator.writeNumber(number.value());
      case LogField.RealNumber number -> generator.writeNumber(number.value());
      case LogField.Flag flag -> generator.writeBoolean(flag.value());
      case LogField.Time time -> generator.writeString(time.value().toString());
    }
  }

  private static String cut(String text) {
    return text.length() <= MAXIMUM_LENGTH ? text : text.substring(0, MAXIMUM_LENGTH) + "…";
  }

  /** Of two fields of one name the newer one wins: a call knows better than its context. */
  private List<LogField> joined(LogField... fields) {
    Map<String, LogField> byName = new LinkedHashMap<>();
    context.forEach(field -> byName.put(field.name(), field));
    List.of(fields).forEach(field -> byName.put(field.name(), field));
    OWN_FIELDS.forEach(byName::remove);
    return List.copyOf(byName.values());
  }
}
