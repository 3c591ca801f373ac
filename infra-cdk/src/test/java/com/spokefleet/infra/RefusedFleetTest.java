package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.infra.function.FunctionCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be unsafe or could not run is refused before there is a template. */
final class RefusedFleetTest {
  private static final String FLEET = FleetGrowthTest.fleet(2);

  @TempDir private Path folder;

  @Test
  void missingJarsSayWhatBuildsThem() {
    assertThatThrownBy(() -> FunctionCode.in(folder))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("functions/ingest/target/ingest-1.0.0-SNAPSHOT-function.jar")
        .hasMessageContaining("functions/replay/target")
        .hasMessageEndingWith("build them with: " + FunctionCode.BUILD);
  }

  @Test
  void aSecretThatNoFunctionCanRead() {
    refused(
        FLEET.replace("secretsmanager:spokefleet/org-1", "env:ORG_ONE"),
        "Cannot deploy credentials of org-1: env:ORG_ONE is no place a function reads");
  }

  @Test
  void aReaderOfATableThatIsNotThere() {
    refused(
        FLEET.replace(
            "lakeBucket: growing-lake}",
            "lakeBucket: growing-lake, readers: [{name: bi,"
                + " trusts: ['arn:aws:iam::111122223333:role/bi'], tables: [conversation]}]}"),
        "Cannot let bi read [conversation]: the lake has [conversations, ");
  }

  @Test
  void aSiteThatDatadogDoesNotHave() {
    refused(
        FLEET.replace(
            "destinations:\n",
            "destinations:\n  - {name: dd, type: datadog, site: datadoghq.org, apiKey:"
                + " 'secretsmanager:dd'}\n"),
        "Cannot deliver to Datadog site datadoghq.org: known are ap1.datadoghq.com, ");
  }

  @Test
  void twoOrgsWithOneSecretAreRefusedInTheirLine() {
    assertThatThrownBy(
            () -> SynthesisedFleet.of(FLEET.replace("spokefleet/org-1", "spokefleet/org-0")))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("fleet.yaml:")
        .hasMessageContaining("credentials");
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> SynthesisedFleet.of(yaml))
        .isInstanceOf(InfraException.class)
        .hasMessageStartingWith(message);
  }
}
