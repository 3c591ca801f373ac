package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Instant HISTORY = Instant.parse("2026-11-14T00:00:00Z");

  @TempDir Path folder;

  @Test
  void threeOrgsArePulledWholeAndTheLakeEqualsTheLedger() {
    try (SmallFleet fleet = new SmallFleet(folder, new VirtualClock(NOW), orgs())) {
      for (String org : List.of("emea", "amer", "apac")) {
        JsonNode report = fleet.tick(org);
        assertThat(report.path("status").asText())
            .as(report.toPrettyString())
            .isEqualTo("completed");
        LakeTruth.assertLakeEqualsLedger(fleet, org, fleet.clock().instant(), org);
      }
    }
  }

  @Test
  void laterTicksKeepUpAndProvePartitionsAgainstTheApisOwnCount() {
    VirtualClock clock = new VirtualClock(NOW);
    try (SmallFleet fleet = new SmallFleet(folder, clock, orgs().subList(0, 1))) {
      fleet.tick("emea");
      for (int tick = 0; tick < 30; tick++) {
        clock.advance(Duration.ofMinutes(5));
        fleet.tick("emea");
      }
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", clock.instant(), "after 30 ticks");
      clock.advance(Duration.ofHours(1));
      fleet.tick("emea");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.query(
                    "select day from {partition_proofs} where table_name = 'conversations' and"
                        + " units + quarantined <> query_total_hits"))
            .isEmpty();
        assertThat(
                lake.number(
                    "select count(*) from {partition_proofs} where query_total_hits is not null"))
            .isGreaterThan(4);
      }
    }
  }

  private static List<FakeOrgSettings> orgs() {
    return List.of(
        FakeOrgSettings.named("emea", 1, HISTORY).conversationsPerDay(400).build(),
        FakeOrgSettings.named("amer", 2, HISTORY).conversationsPerDay(300).build(),
        FakeOrgSettings.named("apac", 3, HISTORY).conversationsPerDay(200).build());
  }
}
