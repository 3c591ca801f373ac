package com.spokefleet.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics as lines of CloudWatch's Embedded Metric Format: written to a function's log, they become
 * metrics without a call. Each flush writes one line per set of dimension values, more only where a
 * metric has over 100 values, the format's limit.
 */
public final class EmbeddedMetrics implements Metrics {
  /** What CloudWatch keeps them under. */
  public static final String NAMESPACE = "Spokefleet";

  static final int MAXIMUM_VALUES = 100;

  private final Clock clock;
  private final Appendable output;
  private final JsonFactory json = new JsonFactory();
  private Map<Dimensions, Map<MetricName, List<Double>>> pending = new LinkedHashMap<>();

  public EmbeddedMetrics(Clock clock, Appendable output) {
    this.clock = clock;
    this.output = output;
  }

  @Override
  public synchronized void count(MetricName name, long value, Dimensions dimensions) {
    List<Double> values = values(name, dimensions);
    double sum = values.isEmpty() ? value : values.removeFirst() + value;
    values.add(sum);
  }

  @Override
  public synchronized void gauge(MetricName name, double value, Dimensions dimensions) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Cannot measure " + name.key() + " as " + value);
    }
    List<Double> values = values(name, dimensions);
    values.clear();
    values.add(value);
  }

  @Override
  public synchronized void duration(MetricName name, Duration value, Dimensions dimensions) {
    values(name, dimensions).add((double) value.toMillis());
  }

  @Override
  public synchronized void flush() {
    Map<Dimensions, Map<MetricName, List<Double>>> measured = pending;
    pending = new LinkedHashMap<>();
    try {
      for (Map.Entry<Dimensions, Map<MetricName, List<Double>>> entry : measured.entrySet()) {
        writeAll(entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write metrics", e);
    }
  }

  private List<Double> values(MetricName name, Dimensions dimensions) {
    name.requireDimensions(dimensions);
    return pending
        .computeIfAbsent(dimensions, unused -> new LinkedHashMap<>())
        .computeIfAbsent(name, unused -> new ArrayList<>());
  }

  private void writeAll(Dimensions dimensions, Map<MetricName, List<Double>> metrics)
      throws IOException {
    for (int from = 0; ; from += MAXIMUM_VALUES) {
      Map<MetricName, List<Double>> slice = slice(metrics, from);
      if (slice.isEmpty()) {
        return;
      }
      output.append(record(dimensions, slice)).append('\n');
    }
  }

  private static Map<MetricName, List<Double>> slice(
      Map<MetricName, List<Double>> metrics, int from) {
    Map<MetricName, List<Double>> slice = new LinkedHashMap<>();
    metrics.forEach(
        (name, values) -> {
          if (from < values.size()) {
            int to = Math.min(values.size(), from + MAXIMUM_VALUES);
            slice.put(name, values.subList(from, to));
          }
        });
    return slice;
  }

  private String record(Dimensions dimensions, Map<MetricName, List<Double>> metrics)
      throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(line)) {
      generator.writeStartObject();
      writeDirective(generator, dimensions, metrics);
      for (Map.Entry<Dimension, String> dimension : dimensions.values().entrySet()) {
        generator.writeStringField(dimension.getKey().key(), ascii(dimension.getValue()));
      }
      for (Map.Entry<MetricName, List<Double>> metric : metrics.entrySet()) {
        generator.writeFieldName(metric.getKey().key());
        writeValues(generator, metric.getValue());
      }
      generator.writeEndObject();
    }
    return line.toString();
  }

  private void writeDirective(
      JsonGenerator generator, Dimensions dimensions, Map<MetricName, List<Double>> metrics)
      throws IOException {
    generator.writeObjectFieldStart("_aws");
    generator.writeNumberField("Timestamp", clock.millis());
    generator.writeArrayFieldStart("CloudWatchMetrics");
    generator.writeStartObject();
    generator.writeStringField("Namespace", NAMESPACE);
    generator.writeArrayFieldStart("Dimensions");
    generator.writeStartArray();
    for (Dimension dimension : dimensions.values().keySet()) {
      generator.writeString(dimension.key());
    }
    generator.writeEndArray();
    generator.writeEndArray();
    generator.writeArrayFieldStart("Metrics");
    for (MetricName name : metrics.keySet()) {
      generator.writeStartObject();
      generator.writeStringField("Name", name.key());
      generator.writeStringField("Unit", name.unit().cloudWatchName());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void writeValues(JsonGenerator generator, List<Double> values) throws IOException {
    if (values.size() == 1) {
      writeNumber(generator, values.getFirst());
      return;
    }
    generator.writeStartArray();
    for (double value : values) {
      writeNumber(generator, value);
    }
    generator.writeEndArray();
  }

  private static void writeNumber(JsonGenerator generator, double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      generator.writeNumber((long) value);
    } else {
      generator.writeNumber(value);
    }
  }

  /** CloudWatch refuses dimension values outside printable ASCII or over 1024 characters. */
  private static String ascii(String value) {
    String printable = value.replaceAll("[^ -~]", "?");
    return printable.substring(0, Math.min(printable.length(), 1024));
  }
}
