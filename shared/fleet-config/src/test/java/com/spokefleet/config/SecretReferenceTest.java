package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
        "secretsmanager:aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
        "secretsmanager:spokefleet/aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
        "secretsmanager:client:secret",
        "env:lower_case",
        "vault:somewhere",
        "secretsmanager:",
      })
  void refusesWhatIsNoReferenceWithoutRepeatingIt(String text) {
    List<String> problems = FleetText.problems(FleetText.with("env:AMER", '"' + text + '"'));

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .contains("spokes[1].credentials")
        .doesNotContain("\"" + text)
        .doesNotContain("hunter2", "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW", "somewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secretsmanager:spokefleet/amer",
        "secretsmanager:prod/Genesys-Cloud_AMER-2026",
        "env:SPOKEFLEET_AMER",
        "file:/run/secrets/amer.json",
        "file:secrets/amer",
      })
  void acceptsReferences(String text) {
    assertThat(FleetText.problems(FleetText.with("env:AMER", text))).isEmpty();
  }

  @Test
  void neverRepeatsASecretOfADestination() {
    String destination =
        "destinations: [{name: soc, type: datadog, site: datadoghq.eu, apiKey: hunter2}]\n";

    assertThat(FleetText.problems(FleetText.SMALLEST + destination))
        .singleElement()
        .asString()
        .contains("destinations[0].apiKey")
        .doesNotContain("hunter2");
  }
}
