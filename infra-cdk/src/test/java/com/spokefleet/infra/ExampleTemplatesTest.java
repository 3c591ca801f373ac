package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the example fleet is deployed as stands in the repository, so that a change of it is read as
 * a difference of templates. Written anew by {@code -Dupdate}.
 */
final class ExampleTemplatesTest {
  private static final Path FOLDER = SynthesisedFleet.REPOSITORY.resolve("infra-cdk/example");

  /** A digest of the code, which changes with every line of it. */
  private static final String CODE = "[0-9a-f]{64}";

  private static final String VERSION = "(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}";

  @Test
  void templatesAreTheCommittedOnes() throws IOException {
    SynthesisedFleet fleet = SynthesisedFleet.example();
    for (Template template : fleet.templates().values()) {
      Path file = FOLDER.resolve(template.name());
      String text = text(template.root());
      if (System.getProperty("update") != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s; if the change is meant, write it with -Dupdate", file.getFileName())
          .isEqualTo(Files.readString(file));
    }
    Set<String> committed = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(committed::add);
    }
    assertThat(committed)
        .isEqualTo(
            fleet.templates().values().stream()
                .map(Template::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Negative control: one changed letter is a difference. */
  @Test
  void aChangedTemplateIsNoticed() throws IOException {
    JsonNode root = SynthesisedFleet.example().template("emea").root();
    ObjectNode changed = root.deepCopy();
    ((ObjectNode) changed.path("Resources").path("IngestFunction7FD6BA1A").path("Properties"))
        .put("MemorySize", 1);
    assertThat(text(changed)).isNotEqualTo(text(root));
  }

  private static String text(JsonNode root) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    return new ObjectMapper()
            .writer(printer)
            .writeValueAsString(sorted(root))
            .replaceAll(CODE, "code")
            .replaceAll(VERSION, "$1version")
        + "\n";
  }

  /** Members of objects have no order, and maps of Java another one in every run. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Map<String, JsonNode> members = new TreeMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.forEach((name, value) -> object.set(name, sorted(value)));
    return object;
  }
}
