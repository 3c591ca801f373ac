package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fleet must not be started with, each problem where it stands. */
class BadInputProblemsTest {
  @Test
  void currenciesThatDoNotExist() {
    assertThat(
            FleetText.problems(
                FleetText.with("        currency: USD\n".strip(), "currency: USX")
                    .replaceFirst("currency: EUR", "currency: EURO")))
        .containsExactly(
            "fleet.yaml:7:13 standards.currency: unknown currency \"EURO\"; did you mean \"EUR\"?",
            "fleet.yaml:24:15 spokes[1].currency: unknown currency \"USX\"; did you mean \"USD\"?");
  }

  @Test
  void thresholdsThatNothingCanMeet() {
    assertThat(problems("percent: 80", "percent: 100"))
        .containsExactly(
            "fleet.yaml:6:27 standards.serviceLevel.percent: must be a whole number from 1 to 99");
    assertThat(problems("threshold: 30s", "threshold: 0s"))
        .containsExactly(
            "fleet.yaml:6:42 standards.serviceLevel.threshold: must be from 1ms to 7d");
    assertThat(problems("threshold: 30s", "threshold: 8d"))
        .containsExactly(
            "fleet.yaml:6:42 standards.serviceLevel.threshold: must be from 1ms to 7d");
    assertThat(problems("threshold: 30s", "threshold: PT1.0005S"))
        .containsExactly(
            "fleet.yaml:6:42 standards.serviceLevel.threshold: must be whole milliseconds");
  }

  @Test
  void taxonomyEntriesThatAreDuplicatesOrOverlap() {
    String taxonomy =
        """
        taxonomy:
          wrapups:
            - {name: Sale, category: A, names: [Verkauf], codes: {emea: [one], amer: [two]}}
            - {name: sale, category: B}
            - {name: Other, category: B, names: [VERKAUF], codes: {amer: [two]}}
        """;

    assertThat(FleetText.problems(FleetText.SMALLEST + taxonomy))
        .containsExactly(
            "fleet.yaml:30:14 taxonomy.wrapups[1].name: already means another entry, by"
                + " taxonomy.wrapups[0].name",
            "fleet.yaml:31:42 taxonomy.wrapups[2].names[0]: already means another entry, by"
                + " taxonomy.wrapups[0].names[0]",
            "fleet.yaml:31:67 taxonomy.wrapups[2].codes.amer[0]: already means another entry, by"
                + " taxonomy.wrapups[0].codes.amer[0]");
  }

  private static List<String> problems(String text, String replacement) {
    return FleetText.problems(FleetText.with(text, replacement));
  }
}
