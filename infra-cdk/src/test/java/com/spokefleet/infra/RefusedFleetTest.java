package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.config.Problem;
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

  /** All at once, each in its line. */
  @Test
  void whatCannotBeDeployedIsToldInItsLine() {
    String yaml =
        FLEET
            .replace("secretsmanager:spokefleet/org-1", "env:ORG_ONE")
            .replace("secretsmanager:soc/token", "file:token")
            .replace(
                "lakeBucket: growing-lake}",
                "lakeBucket: growing-lake, readers: [{name: bi,"
                    + " trusts: ['arn:aws:iam::111122223333:role/bi'], tables: [conversation]}]}")
            .replace(
                "destinations:\n",
                "destinations:\n  - {name: dd, type: datadog, site: datadoghq.org, apiKey:"
                    + " 'secretsmanager:dd'}\n")
            .replaceFirst(
                "businessRegion: EMEA\n",
                "businessRegion: EMEA\n    revenue: {feed: {prefix: inbound/org-1/revenue/,"
                    + " format: csv}}\n");
    assertThatThrownBy(() -> SynthesisedFleet.of(yaml))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("fleet.yaml:2:")
        .hasMessageContaining("is no table of the lake; it has ")
        .hasMessageContaining("is no site of Datadog; there are ap1.datadoghq.com, ")
        .hasMessageContaining("must begin with inbound/org-0/, the only folder")
        .satisfies(
            failure ->
                assertThat(((InvalidFleetException) failure).problems())
                    .extracting(Problem::path)
                    .containsExactlyInAnyOrder(
                        "hub.readers[0].tables[0]",
                        "destinations[0].site",
                        "destinations[1].token",
                        "spokes[0].revenue.feed.prefix",
                        "spokes[1].credentials"));
  }

  @Test
  void twoOrgsWithOneSecretAreRefusedInTheirLine() {
    assertThatThrownBy(
            () -> SynthesisedFleet.of(FLEET.replace("spokefleet/org-1", "spokefleet/org-0")))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("fleet.yaml:")
        .hasMessageContaining("credentials");
  }
}
