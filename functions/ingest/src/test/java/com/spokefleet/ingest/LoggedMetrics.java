package com.spokefleet.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The metrics in a log, read as CloudWatch reads them. */
final class LoggedMetrics {
  private final List<JsonNode> records = new ArrayList<>();

  private LoggedMetrics() {}

  static LoggedMetrics of(String log) {
    LoggedMetrics metrics = new LoggedMetrics();
    ObjectMapper mapper = new ObjectMapper();
    try {
      for (String line : log.lines().toList()) {
        JsonNode record = mapper.readTree(line);
        if (record.has("_aws")) {
          metrics.records.add(record);
        }
      }
      return metrics;
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** Of all lines that declare the metric, over all dimensions. */
  long sum(String name) {
    long sum = 0;
    for (JsonNode record : records) {
      JsonNode value = record.path(name);
      if (value.isArray()) {
        for (JsonNode one : value) {
          sum += one.asLong();
        }
      } else {
        sum += value.asLong(0);
      }
    }
    return sum;
  }

  /** In the order of the lines, each as it was written. */
  List<String> values(String name) {
    return records.stream()
        .filter(record -> record.has(name))
        .map(record -> record.path(name).toString())
        .toList();
  }
}
