package com.spokefleet.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.infra.function.FunctionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/**
 * The templates of a fleet, made as the program makes them.
 *
 * @param templates by the stack's name
 */
public record SynthesisedFleet(Fleet fleet, Path folder, Map<String, Template> templates) {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  static final Path EXAMPLE = REPOSITORY.resolve("fleet.example.yaml");

  /** The example fleet, made once for all tests of this JVM. */
  static SynthesisedFleet example() {
    return Example.MADE;
  }

  public static SynthesisedFleet of(String yaml) {
    try {
      Path file = Files.createTempDirectory("fleet-").resolve("fleet.yaml");
      return of(Files.writeString(file, yaml));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static SynthesisedFleet of(Path file) {
    try {
      Path folder = Files.createTempDirectory("cdk.out-");
      App app = FleetApp.newApp(folder);
      FleetStacks.add(app, file, code());
      app.synth();
      return new SynthesisedFleet(FleetParser.parse(file), folder, read(folder));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The jars as they are deployed; only {@code package} makes them. */
  static FunctionCode code() {
    return FunctionCode.in(REPOSITORY);
  }

  public Template template(String part) {
    Template template = templates.get("spokefleet-" + fleet.name() + "-" + part);
    if (template == null) {
      throw new IllegalArgumentException("No stack of " + part + " in " + templates.keySet());
    }
    return template;
  }

  private static Map<String, Template> read(Path folder) throws IOException {
    Map<String, Template> templates = new TreeMap<>();
    String suffix = ".template.json";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        String name = file.getFileName().toString();
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        templates.put(name.substring(0, name.length() - suffix.length()), new Template(name, root));
      }
    }
    return templates;
  }

  private static final class Example {
    private static final SynthesisedFleet MADE = of(EXAMPLE);
  }
}
