package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

class YamlFaultsTest {
  private static final String ALIAS_BOMB = aliasBomb();

  @TempDir private Path directory;

  @Test
  void tellsWhereTheSyntaxBreaks() {
    assertThat(FleetText.problems("name: acme\nhub: [a, b\nspokes: 3\n"))
        .singleElement()
        .asString()
        .startsWith("fleet.yaml:3:")
        .contains("is not YAML: ");
  }

  @Test
  void refusesTabsAsIndentation() {
    assertThat(FleetText.problems("hub:\n\tawsRegion: eu-central-1\n"))
        .singleElement()
        .asString()
        .startsWith("fleet.yaml:2:1: is not YAML: ")
        .contains("TAB");
  }

  @Test
  void refusesEmptyFiles() {
    assertThat(FleetText.problems("")).containsExactly("fleet.yaml: is empty");
    assertThat(FleetText.problems("# nothing yet\n")).containsExactly("fleet.yaml: is empty");
  }

  @Test
  void refusesADocumentThatIsNoSection() {
    assertThat(FleetText.problems("- a\n"))
        .containsExactly("fleet.yaml:1:1: must be a section with keys but is a list");
  }

  @Test
  void refusesSeveralDocuments() {
    assertThat(FleetText.problems(FleetText.SMALLEST + "---\n" + FleetText.SMALLEST))
        .containsExactly("fleet.yaml:27:1: holds several documents; keep the first one only");
  }

  @Test
  void refusesAKeyGivenTwice() {
    assertThat(FleetText.problems(FleetText.SMALLEST + "name: other\n"))
        .containsExactly("fleet.yaml:27:1 name: is given twice; first in line 1");
  }

  @Test
  void refusesKeysThatAreNotText() {
    assertThat(FleetText.problems(FleetText.SMALLEST + "? [a]\n: b\n"))
        .containsExactly("fleet.yaml:27:3: has a key that is a list");
  }

  @Test
  void refusesAliasesBeforeTheyExpand() {
    assertThat(FleetText.problems(ALIAS_BOMB))
        .containsExactly("fleet.yaml:2:14: uses an alias; write the value out in its place");
  }

  /** Negative control: what the alias check keeps out. */
  @Test
  void withoutTheCheckAFewAliasesStandForAnImmenseTree() {
    Node bomb =
        new Compose(LoadSettings.builder().setMaxAliasesForCollections(100).build())
            .composeString(ALIAS_BOMB.replaceAll("(?m)^level\\d+: ", "- "))
            .orElseThrow();

    assertThat(leaves(bomb, new IdentityHashMap<>())).isGreaterThan(1_000_000_000L);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThat(FleetText.problems("a: " + "[".repeat(100_000)))
        .singleElement()
        .asString()
        .contains("is nested too deep");
  }

  /** Negative control: what the depth check keeps out. */
  @Test
  void withoutTheCheckDeepNestingOverflowsTheStack() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> new Compose(LoadSettings.builder().build()).composeString(deep))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void tellsWhereAFileIsNotUtf8() throws Exception {
    byte[] latin = "name: acme\nhub: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(fileProblems(latin))
        .singleElement()
        .asString()
        .endsWith("fleet.yaml:2:9: is not UTF-8 from here; save the file as UTF-8");
    assertThat(fileProblems("name: acme\n".getBytes(StandardCharsets.UTF_16)))
        .singleElement()
        .asString()
        .endsWith("fleet.yaml:1:1: is not UTF-8 from here; save the file as UTF-8");
  }

  @Test
  void tellsWhereACharacterIsForbidden() {
    assertThat(FleetText.problems("name: acme\nhub: \u0000\n"))
        .containsExactly("fleet.yaml:2:6: holds the character U+0000, which YAML forbids");
  }

  @Test
  void refusesHugeFilesWithoutReadingThemWhole() throws Exception {
    String huge = "#".repeat(FleetParser.MAXIMUM_BYTES + 1);

    assertThat(FleetText.problems(huge))
        .containsExactly("fleet.yaml: is longer than 1048576 bytes");
    assertThat(fileProblems(huge.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .endsWith("fleet.yaml: is longer than 1048576 bytes");
  }

  @Test
  void refusesHugeValues() {
    String dots = "a.".repeat(100_000) + "a";

    assertThat(
            FleetText.problems(
                FleetText.SMALLEST
                    + "destinations: [{name: soc, type: datadog, apiKey: env:KEY, site: "
                    + dots
                    + "}]\n"))
        .singleElement()
        .asString()
        .endsWith("destinations[0].site: is longer than 2000 characters");
  }

  @Test
  void saysThatAFileIsMissingOrUnreadable() {
    assertThatThrownBy(() -> FleetParser.parse(directory.resolve("absent.yaml")))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("absent.yaml: does not exist");
    assertThatThrownBy(() -> FleetParser.parse(directory))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("cannot be read");
  }

  private List<String> fileProblems(byte[] bytes) throws Exception {
    Path file = Files.write(directory.resolve("fleet.yaml"), bytes);
    try {
      FleetParser.parse(file);
      return List.of();
    } catch (InvalidFleetException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static String aliasBomb() {
    StringBuilder bomb = new StringBuilder("level0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      String aliases = ("*a" + (level - 1) + ", ").repeat(10);
      bomb.append("level%d: &a%d [%s]%n".formatted(level, level, aliases));
    }
    return bomb.toString();
  }

  private static long leaves(Node node, Map<Node, Long> known) {
    if (!(node instanceof SequenceNode sequence)) {
      return 1;
    }
    Long counted = known.get(node);
    if (counted == null) {
      counted = sequence.getValue().stream().mapToLong(child -> leaves(child, known)).sum();
      known.put(node, counted);
    }
    return counted;
  }
}
