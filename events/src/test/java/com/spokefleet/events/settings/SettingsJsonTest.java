package com.spokefleet.events.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsJsonTest {
  @Test
  void comesBackAsItWas() {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("soc \"main\"", "genesys"),
            List.of(
                new EventOrg(
                    "org-1",
                    "emea",
                    "EMEA",
                    new PrivacyRules(Map.of("ani", Treatment.HASH, "dnis", Treatment.KEEP), false)),
                new EventOrg("org-2", "münchen", "", new PrivacyRules(Map.of(), true))),
            Optional.of("secretsmanager:spokefleet/hash"));

    assertThat(SettingsJson.read(SettingsJson.write(settings))).isEqualTo(settings);
  }

  @Test
  void anOrgOfWhichNothingIsSaidIsMasked() {
    TransformSettings settings =
        SettingsJson.read(
            """
            {"destination": {"type": "datadog", "name": "ops"}, "new": [1],
             "orgs": [{"id": "a", "name": "emea", "other": {}}]}
            """);

    assertThat(settings.orgs().getFirst().privacy().metricsOnly()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | it has no name",
        "{'destination': {'name': 'x', 'type': 'kafka'}} | no type of destination: kafka",
        "{'destination': {'name': 'x', 'type': 'splunk'}} | it has no index",
        "[] | Cannot read the JSON",
      })
  void saysWhatIsWrong(String json, String problem) {
    assertThatThrownBy(() -> SettingsJson.read(json.replace('\'', '"')))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("Cannot use the settings of the transformation: ")
        .hasMessageContaining(problem);
  }
}
