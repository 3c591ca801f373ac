package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of fleet.yaml to start tests from. */
final class FleetText {
  static final Path EXAMPLE = Path.of("..", "..", "fleet.example.yaml");

  /** Two spokes, with nothing but what is required. */
  static final String SMALLEST =
      """
      name: acme
      hub:
        awsRegion: eu-central-1
        lakeBucket: acme-lake
      standards:
        serviceLevel: {percent: 80, threshold: 30s}
        currency: EUR
      spokes:
        - name: emea
          orgId: 3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11
          genesysRegion: eu-central-1
          awsRegion: eu-central-1
          credentials: env:EMEA
          timeZone: Europe/Berlin
          currency: EUR
          residency: full
          businessRegion: EMEA
        - name: amer
          orgId: 8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22
          genesysRegion: us-east-1
          awsRegion: us-east-1
          credentials: env:AMER
          timeZone: America/New_York
          currency: USD
          residency: metrics-only
          businessRegion: AMER
      """;

  private FleetText() {}

  static String example() {
    try {
      return Files.readString(EXAMPLE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the example fleet", e);
    }
  }

  /** The smallest fleet with one text replaced, which must be in it exactly once. */
  static String with(String text, String replacement) {
    assertThat(SMALLEST.split(Pattern.quote(text), -1)).hasSize(2);
    return SMALLEST.replace(text, replacement);
  }

  /** All problems of a text, as they are shown; none if it is valid. */
  static List<String> problems(String yaml) {
    try {
      FleetParser.parse("fleet.yaml", yaml);
      return List.of();
    } catch (InvalidFleetException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
