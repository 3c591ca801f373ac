package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P6: what identifies a customer stays out of the lake, the checkpoints and the log unless
 * fleet.yaml allows that very field, and nothing at all is read of an org whose persons must stay
 * at home.
 */
class PrivacyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

  @TempDir Path folder;

  @Test
  void withNothingAllowedNoCustomerIsFoundAnywhereOutsideQuarantine() {
    try (SmallFleet fleet = fleet("    residency: full\n", new DataOddities(60, 30, 30))) {
      List<String> markers = fleet.org("emea").ledger().piiMarkers().all();
      run(fleet);

      LakeScan scan = new LakeScan(fleet);
      assertThat(scan.findings(markers)).isEmpty();
      assertThat(fleet.org("emea").ledger().poisonIds(NOW)).isNotEmpty();
      assertThat(markers)
          .as("the control: the raw records do hold them")
          .anyMatch(scan::isInQuarantine);
    }
  }

  /** Also the control of the scan: what is allowed, it finds. */
  @Test
  void anAllowedFieldAppearsAndNoOther() {
    try (SmallFleet fleet =
        fleet("    residency: full\n    privacy:\n      allow: [ani]\n", DataOddities.none())) {
      run(fleet);

      assertThat(new LakeScan(fleet).findings(fleet.org("emea").ledger().piiMarkers().all()))
          .filteredOn(finding -> !finding.startsWith("bytes of "))
          .containsExactlyInAnyOrder("conversations.ani", "segments.ani");
    }
  }

  @Test
  void ofAMetricsOnlyOrgOnlyAggregatesAndTheConfigurationForThemAreRead() {
    try (SmallFleet fleet = fleet("    residency: metrics-only\n", new DataOddities(60, 0, 0))) {
      JsonNode report = run(fleet);

      assertThat(report.path("datasets"))
          .extracting(dataset -> dataset.path("dataset").asText())
          .containsExactly("configuration", "conversation-aggregates");
      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      assertThat(new LakeScan(fleet).tables())
          .containsExactlyInAnyOrder(
              "dim_org",
              "dim_queue",
              "dim_division",
              "dim_service_level_rule",
              "queue_intervals",
              "partition_proofs");
      ServedCounts served = fleet.org("emea").ledger().served();
      assertThat(served.requests(Endpoint.QUEUES)).isPositive();
      for (Endpoint ofPersons :
          List.of(
              Endpoint.DETAILS_QUERY,
              Endpoint.USERS,
              Endpoint.WRAPUP_CODES,
              Endpoint.JOBS_AVAILABILITY)) {
        assertThat(served.requests(ofPersons)).as(ofPersons.name()).isZero();
      }
      assertThat(Files.exists(fleet.lake().resolve("quarantine"))).isFalse();
    }
  }

  @Test
  void aMetricsOnlyOrgCannotEvenBeAskedForDetails() {
    try (SmallFleet fleet = fleet("    residency: metrics-only\n", DataOddities.none())) {
      Spoke spoke =
          FleetParser.parse(fleet.folder().resolve("fleet.yaml")).spoke("emea").orElseThrow();
      assertThat(DetailsPermit.of(spoke)).isEmpty();

      assertThat(
              catchThrowable(
                  () -> fleet.invoke("emea", "{\"datasets\": [\"conversation-details\"]}")))
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("Cannot run datasets [conversation-details] of emea");
      assertThat(fleet.org("emea").tokensIssued()).isZero();
    }
  }

  /** Two ticks and a failure between them, so that messages of failures are scanned, too. */
  private static JsonNode run(SmallFleet fleet) {
    fleet.tick("emea");
    fleet.clock().advance(Duration.ofHours(2));
    fleet.org("emea").removePermission(Endpoint.WRAPUP_CODES);
    fleet.tick("emea");
    fleet.org("emea").grantPermission(Endpoint.WRAPUP_CODES);
    fleet.clock().advance(Duration.ofMinutes(5));
    return fleet.tick("emea");
  }

  private SmallFleet fleet(String moreOfSpoke, DataOddities oddities) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 11, Instant.parse("2026-11-17T00:00:00Z"))
            .conversationsPerDay(100)
            .queues(4)
            .users(8)
            .oddities(oddities)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(org), Map.of("emea", moreOfSpoke))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
