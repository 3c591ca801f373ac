package com.spokefleet.siem.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.flatten.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each SIEM gets of the golden events of {@code events}, field by field. */
final class GoldenOutputs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "")).resolve("../src/test/resources/golden");

  /** Which SIEM's, and what of it the fields are. */
  enum Form {
    SPLUNK(".splunk.json", "/event"),
    DATADOG(".datadog.json", "/genesys"),
    DATADOG_OWN(".datadog.json", "");

    private final String suffix;
    private final String place;

    Form(String suffix, String place) {
      this.suffix = suffix;
      this.place = place;
    }
  }

  /** What becomes of one event in two forms. */
  record Pair(Path file, JsonNode fields, JsonNode ocsf) {}

  /**
   * A field of an output.
   *
   * @param masked whether it left a metrics-only org
   */
  record Met(String name, JsonNode value, EventKind kind, String topic, boolean masked) {}

  private GoldenOutputs() {}

  /** All fields of all outputs, but for those of topics that nobody knows. */
  static List<Met> of(Form form) {
    List<Met> met = new ArrayList<>();
    files(form.suffix).forEach(file -> read(file, form, met));
    return met;
  }

  /** Every event that goes out, whole and masked, as Splunk gets it and as one of OCSF. */
  static List<Pair> pairs() {
    return files(".ocsf.json").stream()
        .map(
            file -> {
              String name = file.getFileName().toString().replace(".ocsf.", ".splunk.");
              return new Pair(file, json(file.resolveSibling(name)).path("event"), json(file));
            })
        .filter(pair -> !pair.fields().isEmpty())
        .toList();
  }

  private static List<Path> files(String suffix) {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !FOLDER.relativize(file).startsWith("unknown"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list golden outputs in " + FOLDER, failure);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read golden output " + file, failure);
    }
  }

  private static void read(Path file, Form form, List<Met> met) {
    JsonNode output = json(file);
    String topic = output.at(form == Form.SPLUNK ? "/event/topic" : "/genesys/topic").asText();
    boolean masked = file.getFileName().toString().contains(".masked.");
    add("", output.at(form.place), topic, masked, form, met);
  }

  private static void add(
      String prefix, JsonNode object, String topic, boolean masked, Form form, List<Met> met) {
    object
        .properties()
        .forEach(
            member -> {
              String name = prefix + member.getKey();
              if (form == Form.DATADOG_OWN && name.equals("genesys") || name.equals("dropped")) {
                return;
              }
              if (member.getValue().isObject()) {
                add(name + ".", member.getValue(), topic, masked, form, met);
              } else {
                met.add(new Met(name, member.getValue(), EventKind.of(topic), topic, masked));
              }
            });
  }
}
