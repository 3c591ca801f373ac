package com.spokefleet.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One golden event: {@code golden/<topic>/<case>.json}.
 *
 * @param file the input; what is expected lies beside it
 */
public record GoldenEvent(Path file, String json) {
  /** The event source of all golden events. */
  public static final String SOURCE =
      "aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden");

  /** All of them, in order of their names. */
  public static List<GoldenEvent> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.]+\\.json"))
          .sorted()
          .map(GoldenEvent::read)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list golden events in " + FOLDER, failure);
    }
  }

  public static GoldenEvent of(String name) {
    return read(FOLDER.resolve(name + ".json"));
  }

  /** An event that others published, beside the project; empty where there is none. */
  public static Optional<GoldenEvent> real(String name) {
    Path file =
        Path.of(System.getProperty("basedir", "")).resolve("../../shared/data/real/" + name);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Those that go to a SIEM, of topics nobody knows as well. */
  public static List<GoldenEvent> routed() {
    return all().stream()
        .filter(
            event ->
                TopicCatalogue.find(event.detailType())
                    .map(topic -> topic.route() == Route.SIEM)
                    .orElse(true))
        .toList();
  }

  private static GoldenEvent read(Path file) {
    try {
      return new GoldenEvent(file, Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read golden event " + file, failure);
    }
  }

  public JsonNode tree() {
    return tree(json);
  }

  public String detailType() {
    return tree().path("detail-type").asText();
  }

  /** The folder's name, which is the topic's without its ids. */
  public String folder() {
    return FOLDER.relativize(file).getName(0).toString();
  }

  /** {@code <topic>/<case>}. */
  @Override
  public String toString() {
    return FOLDER.relativize(file).toString().replace('\\', '/').replaceFirst("\\.json$", "");
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read as JSON: " + json, failure);
    }
  }

  /** As {@link com.spokefleet.events.rule.PatternCheck} takes what it checks. */
  public static Map<?, ?> map(String json) {
    return JSON.convertValue(tree(json), Map.class);
  }
}
