package com.spokefleet.siem.splunk.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.predicate.FieldValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A record as Splunk reads JSON: a member of an object is {@code a.b}, an element of a list {@code
 * a{}}, and null is nothing.
 */
record SplunkRecord(String name, SourceType type, Map<String, List<String>> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN =
      Path.of(System.getProperty("basedir", "")).resolve("../src/test/resources/golden");

  /** What Splunk gets of all golden events. */
  static List<SplunkRecord> goldens() {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<SplunkRecord> records = new ArrayList<>();
      for (Path file :
          files.filter(path -> path.toString().endsWith(".splunk.json")).sorted().toList()) {
        JsonNode output = JSON.readTree(file.toFile());
        if (output.has("event")) {
          records.add(
              new SplunkRecord(
                  GOLDEN.relativize(file).toString(),
                  type(output.path("sourcetype").asText()),
                  read(output.path("event"))));
        }
      }
      return records;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the goldens in " + GOLDEN, failure);
    }
  }

  static SplunkRecord of(String name, SourceType type, String json) {
    try {
      return new SplunkRecord(name, type, read(JSON.readTree(json)));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + json, failure);
    }
  }

  /** The record with other values of some fields. */
  SplunkRecord with(Map<String, String> others) {
    Map<String, List<String>> changed = new HashMap<>(fields);
    others.forEach((field, value) -> changed.put(field, List.of(value)));
    return new SplunkRecord(name, type, changed);
  }

  /** Empty values are no values. */
  FieldValues extracted() {
    return field ->
        fields.getOrDefault(field, List.of()).stream().filter(value -> !value.isEmpty()).toList();
  }

  /** As a search sees it. */
  FieldValues seen() {
    return SearchTimeFields.seen(type, extracted());
  }

  private static SourceType type(String text) {
    for (SourceType type : SourceType.values()) {
      if (type.text().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("The app knows no source type " + text);
  }

  private static Map<String, List<String>> read(JsonNode event) {
    Map<String, List<String>> fields = new HashMap<>();
    add("", event, fields);
    return fields;
  }

  private static void add(String name, JsonNode value, Map<String, List<String>> fields) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              member ->
                  add(
                      name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                      member.getValue(),
                      fields));
    } else if (value.isArray()) {
      value.forEach(element -> add(name + "{}", element, fields));
    } else if (!value.isNull()) {
      fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value.asText());
    }
  }
}
