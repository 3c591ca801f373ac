package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyProblemsTest {
  @Test
  void refusesANameThatMeansTwoEntriesHoweverItIsWritten() {
    assertThat(
            problems(
                "{name: Sale, category: A, names: [Straße]}",
                "{name: Complaint, category: B, names: [STRASSE]}"))
        .containsExactly(
            "fleet.yaml:31:46 taxonomy.wrapups[1].names[0]: already means another entry, by"
                + " taxonomy.wrapups[0].names[0]");
  }

  @Test
  void refusesAnEntryNameGivenTwiceOrListedByAnother() {
    assertThat(
            problems(
                "{name: Other, category: A, names: [sale]}",
                "{name: Sale, category: B}",
                "{name: SALE, category: C}"))
        .containsExactly(
            "fleet.yaml:30:42 taxonomy.wrapups[0].names[0]: already means another entry, by"
                + " taxonomy.wrapups[1].name",
            "fleet.yaml:32:14 taxonomy.wrapups[2].name: already means another entry, by"
                + " taxonomy.wrapups[1].name");
  }

  @Test
  void refusesACodeOfOneSpokeThatMeansTwoEntries() {
    assertThat(
            problems(
                "{name: Sale, category: A, codes: {emea: [one], amer: [two]}}",
                "{name: Complaint, category: B, codes: {emea: [one], amer: [one]}}"))
        .containsExactly(
            "fleet.yaml:31:53 taxonomy.wrapups[1].codes.emea[0]: already means another entry, by"
                + " taxonomy.wrapups[0].codes.emea[0]");
  }

  @Test
  void refusesCodesOfASpokeThatDoesNotExist() {
    assertThat(problems("{name: Sale, category: A, codes: {emae: [one]}}"))
        .containsExactly(
            "fleet.yaml:30:41 taxonomy.wrapups[0].codes.emae: unknown spoke \"emae\"; did you mean"
                + " \"emea\"?");
  }

  @Test
  void refusesDestinationsOfOneNameAndOfUnknownType() {
    String destinations =
        """
        destinations:
          - {name: soc, type: datadog, site: datadoghq.eu, apiKey: env:KEY}
          - {name: soc, type: datadog, site: datadoghq.eu, apiKey: env:KEY}
          - {name: new, type: splnuk}
          - {name: old}
          - soc
        """;

    assertThat(FleetText.problems(FleetText.SMALLEST + destinations))
        .containsExactly(
            "fleet.yaml:29:12 destinations[1].name: is also the name of destinations[0].name",
            "fleet.yaml:30:23 destinations[2].type: unknown value \"splnuk\"; did you mean"
                + " \"splunk\"?",
            "fleet.yaml:31:5 destinations[3].type: is missing; one of splunk, datadog",
            "fleet.yaml:32:5 destinations[4]: must be a section with keys but is text");
  }

  private static List<String> problems(String... entries) {
    // Lines 28 and 29 open the list; the first entry stands in line 30.
    String taxonomy = "taxonomy:\n  wrapups:\n    - " + String.join("\n    - ", entries) + "\n";
    return FleetText.problems(FleetText.SMALLEST + "\n" + taxonomy);
  }
}
