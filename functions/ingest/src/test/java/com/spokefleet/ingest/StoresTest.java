package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which bucket, table and secret are asked for, and signed for which region. The hub of the fleet
 * is in eu-central-1, the org under test in us-east-1.
 */
class StoresTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String LAKE = "s3://lake";
  private static final String RAW = "s3://raw/aside";

  @TempDir Path folder;

  private AwsRecorder aws;

  @BeforeEach
  void serve() throws IOException {
    aws = new AwsRecorder();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void theLakeIsAskedForInTheHubsRegionAndAllElseInTheOrgs() {
    OrgStores stores = stores("full", LAKE, RAW);
    Spoke spoke = spoke();

    assertThat(stores.lake().list("conversations/")).isEmpty();
    assertThat(stores.quarantine(spoke).count(spoke.orgId(), "audits")).isZero();
    assertThat(stores.checkpoints().read("ingest/x")).isEmpty();
    assertThat(catchThrowable(() -> stores.secrets().read("secretsmanager:amer"))).isNotNull();

    assertThat(aws.asked())
        .containsExactly(
            "s3 eu-central-1 GET /lake?list-type=2&prefix=conversations%2F",
            "s3 us-east-1 GET /raw?list-type=2&prefix=aside%2Fquarantine%2Forg_id%3D"
                + spoke.orgId()
                + "%2Fdataset%3Daudits%2F",
            "dynamodb us-east-1 DynamoDB_20120810.GetItem checkpoints",
            "secretsmanager us-east-1 secretsmanager.GetSecretValue amer");
  }

  @Test
  void anOrgReadInFullNeedsAPlaceForRawRecordsBesideALakeOnS3() {
    OrgStores stores = stores("full", LAKE, "");

    assertThat(catchThrowable(() -> stores.quarantine(spoke())))
        .isInstanceOf(IngestException.class)
        .hasMessage(
            "Cannot ingest amer: SPOKEFLEET_QUARANTINE is not set, and raw records may not lie in a"
                + " lake on S3");
  }

  @Test
  void onOneMachineRawRecordsMayLieInTheFolderOfTheLake() {
    String lake = "file:" + folder.resolve("lake");
    Quarantine quarantine = stores("full", lake, "").quarantine(spoke());

    assertThat(put(quarantine)).isTrue();
    assertThat(put(quarantine)).as("it is there already").isFalse();
    assertThat(folder.resolve("lake/quarantine")).isDirectory();
  }

  @Test
  void ofAMetricsOnlyOrgNothingIsKeptRawWhereverItCouldBe() {
    String lake = "file:" + folder.resolve("lake");
    Quarantine quarantine = stores("metrics-only", lake, "").quarantine(spoke());

    assertThat(put(quarantine)).isTrue();
    assertThat(quarantine.count(spoke().orgId(), "audits")).isZero();
    assertThat(folder.resolve("lake")).doesNotExist();
    assertThat(catchThrowable(() -> stores("metrics-only", LAKE, RAW)))
        .hasMessage(
            "Cannot ingest amer: SPOKEFLEET_QUARANTINE is set, and of a metrics-only org nothing is"
                + " kept raw");
  }

  private boolean put(Quarantine quarantine) {
    return quarantine.put(
        spoke().orgId(),
        "audits",
        Optional.of(LocalDate.parse("2026-11-18")),
        new byte[] {1},
        "spoilt");
  }

  private OrgStores stores(String residency, String lake, String raw) {
    List<FakeOrgSettings> orgs =
        List.of(
            FakeOrgSettings.named("emea", 1, NOW).build(),
            FakeOrgSettings.named("amer", 2, NOW).build());
    try (SmallFleet fleet =
        new SmallFleet(
            folder,
            new VirtualClock(NOW),
            orgs,
            Map.of("amer", "    residency: " + residency + "\n"))) {
      Map<String, String> variables = new TreeMap<>(fleet.environment("amer"));
      variables.put(IngestEnvironment.LAKE, lake);
      variables.put(IngestEnvironment.CHECKPOINTS, "dynamodb:checkpoints");
      variables.put(IngestEnvironment.QUARANTINE, raw);
      Fleet parsed = FleetParser.parse(folder.resolve("fleet.yaml"));
      return new Stores(parsed, spoke(), variables, _ -> {}, new Random(1))
          .open(IngestEnvironment.parse(variables));
    }
  }

  private Spoke spoke() {
    return FleetParser.parse(folder.resolve("fleet.yaml")).spoke("amer").orElseThrow();
  }
}
