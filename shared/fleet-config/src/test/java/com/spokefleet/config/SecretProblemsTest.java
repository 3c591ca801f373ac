package com.spokefleet.config;

import static com.spokefleet.config.FleetText.problems;
import static com.spokefleet.config.FleetText.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A secret of an org is that org's alone. */
class SecretProblemsTest {
  private static final String EMEA = "businessRegion: EMEA";

  @Test
  void twoOrgsShareNoClient() {
    assertThat(problems(with("env:AMER", "env:EMEA")))
        .containsExactly(
            "fleet.yaml:22:18 spokes[1].credentials: must be a client of this org's own, but is also"
                + " spokes[0].credentials");
    assertThat(problems(FleetText.SMALLEST)).isEmpty();
  }

  @Test
  void twoOrgsShareNoKey() {
    String keyed = with(EMEA, EMEA + "\n    privacy: {hashKey: secretsmanager:emea-hash}");

    assertThat(problems(keyed + "    privacy: {hashKey: secretsmanager:emea-hash}\n"))
        .containsExactly(
            "fleet.yaml:28:24 spokes[1].privacy.hashKey: must be a key of this org's own, but is also"
                + " spokes[0].privacy.hashKey");
    assertThat(problems(keyed + "    privacy: {hashKey: secretsmanager:amer-hash}\n")).isEmpty();
  }

  @Test
  void aKeyIsNoClient() {
    assertThat(problems(FleetText.SMALLEST + "    privacy: {hashKey: env:EMEA}\n"))
        .containsExactly(
            "fleet.yaml:27:24 spokes[1].privacy.hashKey: must be a key of this org's own, but is also"
                + " spokes[0].credentials");
  }

  @Test
  void aDestinationIsGivenNoSecretOfAnOrg() {
    String rates =
        "exchangeRates: {source: quote, apiKey: env:AMER, endpoint:"
            + " 'https://rates.example.com/{base}/{quote}', rate: /rate, time: /time}\n";
    String destinations =
        """
        destinations:
          - {name: soc, type: splunk, endpoint: "https://splunk.example.com", token: "env:EMEA", index: x}
          - {name: ops, type: datadog, site: datadoghq.eu, apiKey: "env:AMER"}
        """;

    assertThat(problems(FleetText.SMALLEST + destinations + rates))
        .containsExactly(
            "fleet.yaml:28:78 destinations[0].token: must be a secret of its own, but is also"
                + " spokes[0].credentials",
            "fleet.yaml:29:60 destinations[1].apiKey: must be a secret of its own, but is also"
                + " spokes[1].credentials",
            "fleet.yaml:30:40 exchangeRates.apiKey: must be a secret of its own, but is also"
                + " spokes[1].credentials");
    assertThat(
            problems(
                FleetText.SMALLEST
                    + destinations.replaceAll("env:(EMEA|AMER)", "env:SIEM")
                    + rates.replace("env:AMER", "env:RATES")))
        .as("destinations may share one")
        .isEmpty();
  }
}
