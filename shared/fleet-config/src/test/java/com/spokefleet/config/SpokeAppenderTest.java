package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry is added where it belongs, and nothing that was there changes. */
final class SpokeAppenderTest {
  private static final Path EXAMPLE = Path.of("../../fleet.example.yaml");
  private static final List<String> ENTRY =
      List.of(
          "name: emea2",
          "orgId: 0b7c6a52-1111-4c1e-9f53-6d1f2a8c0001",
          "genesysRegion: eu-central-1",
          "awsRegion: eu-central-1",
          "credentials: env:EMEA2",
          "timeZone: Europe/Berlin",
          "currency: EUR",
          "residency: full",
          "businessRegion: EMEA");

  @Test
  void theExampleTakesOneMoreAndKeepsTheOthers() throws IOException {
    String before = Files.readString(EXAMPLE);

    String after = append(before, ENTRY);

    assertThat(after).startsWith(before).endsWith("businessRegion: EMEA\n");
    assertThat(after.substring(before.length())).startsWith("\n  - name: emea2\n    orgId: ");
    assertOneMore(before, after);
  }

  @Test
  void standsBehindWhatIsIndentedAsPartOfTheLastEntryAndBeforeTheRest() {
    String before =
        """
        # fleet
        spokes: # all of them
        - name: a
          polls: [audits] # why
          # a comment of a
            # another

        # what follows
        destinations: []
        """;

    assertThat(append(before, List.of("name: b", "polls: []")))
        .isEqualTo(
            """
            # fleet
            spokes: # all of them
            - name: a
              polls: [audits] # why
              # a comment of a
                # another
            - name: b
              polls: []

            # what follows
            destinations: []
            """);
  }

  @Test
  void keepsDistanceAndIndentationOfTheOthers() {
    String before =
        "spokes:\n    -   name: a\n\n    # about b\n    -   name: b\n        x: |\n          text\n\nname: f\n";

    assertThat(append(before, List.of("name: c", "y: 1")))
        .isEqualTo(
            "spokes:\n    -   name: a\n\n    # about b\n    -   name: b\n        x: |\n          text\n"
                + "\n    -   name: c\n        y: 1\n\nname: f\n");
  }

  @Test
  void keepsLineEndsByteOrderMarkAndCharactersBeyondTheBasicPlane() {
    String before = "\uFEFFname: \"🎧🎧\"\r\nspokes:\r\n  - name: a 🎧";

    assertThat(append(before, List.of("name: b"))).isEqualTo(before + "\r\n  - name: b\r\n");
  }

  @Test
  void fillsAListWithNothingInIt() {
    assertThat(new SpokeAppender("f", "spokes:   # none yet\nname: f\n").hasNone()).isTrue();
    assertThat(append("spokes:   # none yet\nname: f\n", List.of("name: a")))
        .isEqualTo("spokes:   # none yet\n  - name: a\nname: f\n");
    assertThat(append("name: f\nspokes:", List.of("name: a")))
        .isEqualTo("name: f\nspokes:\n  - name: a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spokes: [{name: a}]\n",
        "spokes: []\n",
        "spokes: a\n",
        "spokes: {name: a}\n",
        "name: f\n",
        "- spokes\n",
        "{spokes: [{name: a}]}\n"
      })
  void refusesWhatIsNotOneBelowTheOther(String yaml) {
    assertThatThrownBy(() -> append(yaml, ENTRY))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("spokes");
  }

  /** Files of random layout: the result without what was inserted is what was there. */
  @Test
  void whateverTheLayoutOnlyAnEntryIsAdded() {
    long seed = Long.getLong("spokefleet.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      String before = layout(random);
      String after = append(before, ENTRY);
      assertOneMore(before, after);
      int same = 0;
      while (same < before.length() && before.charAt(same) == after.charAt(same)) {
        same++;
      }
      String rest = before.substring(same);
      assertThat(after).as("seed %d, round %d", seed, round).endsWith(rest);
      assertThat(after.substring(same, after.length() - rest.length()))
          .as("seed %d, round %d", seed, round)
          .contains("emea2");
    }
  }

  private static String layout(SplittableRandom random) {
    String dash = " ".repeat(random.nextInt(4));
    String gap = " ".repeat(1 + random.nextInt(3));
    List<String> lines = new ArrayList<>(List.of("name: test"));
    List<String> rest =
        List.of(
            "hub: {awsRegion: eu-central-1, lakeBucket: test-lake}",
            "standards:\n  serviceLevel: {percent: 80, threshold: 30s}\n  currency: EUR");
    boolean spokesLast = random.nextBoolean();
    if (spokesLast) {
      lines.addAll(rest);
    }
    lines.add("spokes:" + (random.nextBoolean() ? "  # all" : ""));
    boolean apart = random.nextBoolean();
    for (int spoke = 0; spoke < 1 + random.nextInt(3); spoke++) {
      if (apart) {
        lines.add("");
      }
      if (random.nextBoolean()) {
        lines.add(dash + "# about " + spoke);
      }
      String indentation = dash + " " + gap;
      String start = dash + "-" + gap;
      for (String line : ENTRY) {
        lines.add(
            start
                + line.replace("emea2", "org" + spoke)
                    .replace("env:EMEA2", "env:ORG" + spoke)
                    .replace("c0001", "d000" + spoke)
                + (random.nextInt(5) == 0 ? " # note" : ""));
        start = indentation;
      }
      switch (random.nextInt(4)) {
        case 0 -> lines.add(indentation + "schedule:\n" + indentation + "  period: 5m");
        case 1 -> lines.add(indentation + "polls:\n" + indentation + "- audits");
        case 2 ->
            lines.add(indentation + "directLinkPath: |-\n" + indentation + "  /{conversationId}\n");
        default -> lines.add(indentation + "polls: [audits,\n" + indentation + "  edge-metrics]");
      }
      if (random.nextBoolean()) {
        lines.add(indentation + "# revenue: none");
      }
    }
    if (random.nextBoolean()) {
      lines.add("\n# the end");
    }
    if (!spokesLast) {
      lines.addAll(rest);
    }
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    return String.join("\n", lines).replace("\n", lineEnd) + (random.nextBoolean() ? lineEnd : "");
  }

  private static void assertOneMore(String before, String after) {
    Fleet old = FleetParser.parse("before", before);
    Fleet fleet = FleetParser.parse("after", after);
    int count = old.spokes().size();
    assertThat(fleet.spokes().subList(0, count)).as(after).isEqualTo(old.spokes());
    assertThat(fleet.spokes()).hasSize(count + 1).last().extracting(Spoke::name).isEqualTo("emea2");
  }

  private static String append(String yaml, List<String> lines) {
    return new SpokeAppender("fleet.yaml", yaml).append(lines);
  }
}
