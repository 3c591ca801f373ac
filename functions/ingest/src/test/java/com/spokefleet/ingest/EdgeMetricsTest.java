package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.edge.TrueEdgeMetrics;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements of Edges: each once, under its own time, in its own units. */
class EdgeMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T23:52:00Z");
  private static final String EDGES = "{\"datasets\": [\"edge-metrics\"]}";

  @TempDir Path folder;

  @Test
  void everyMeasurementThatWasToBeSeenIsInTheLakeToTheLastUnit() {
    try (SmallFleet fleet = fleet("metrics-only")) {
      List<Instant> asked = new ArrayList<>();
      for (int tick = 0; tick < 4; tick++) {
        asked.add(fleet.clock().instant());
        JsonNode report = fleet.invoke("emea", EDGES);
        assertThat(report.path("status").asText())
            .as(report.toPrettyString())
            .isEqualTo("completed");
        fleet.clock().advance(Duration.ofMinutes(5));
      }

      Set<String> expected = new TreeSet<>();
      for (TrueEdgeMetrics truth : fleet.org("emea").edges().at(asked)) {
        expected.add(shown(truth));
      }
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(rows(lake)).isEqualTo(expected);
        assertThat(expected).hasSize(12);
        assertThat(lake.number("select count(distinct day) from {edge_metrics}"))
            .as("over midnight")
            .isEqualTo(2);
        assertThat(lake.number("select count(*) from {edge_metrics}")).isEqualTo(12);
        // The share of virtual memory in use divides by nothing, and says so.
        assertThat(
                lake.number(
                    "select count(1 - virtual_memory_available_bytes /"
                        + " nullif(virtual_memory_total_bytes, 0)) from {edge_metrics}"))
            .isZero();
      }
    }
  }

  @Test
  void anEdgeThatStoppedMeasuringAddsNothingHoweverOftenItIsAsked() {
    try (SmallFleet fleet = fleet("full")) {
      FakeOrg org = fleet.org("emea");
      org.edges().firstIsOfflineSince(NOW.minus(Duration.ofHours(1)));
      JsonNode again = fleet.invoke("emea", EDGES);
      for (int tick = 0; tick < 3; tick++) {
        again = fleet.invoke("emea", EDGES);
      }

      assertThat(edges(again).path("partitionsChanged").asLong(-1))
          .as("nothing measured since: the same bytes")
          .isZero();
      fleet.clock().advance(Duration.ofMinutes(1));
      fleet.invoke("emea", EDGES);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {edge_metrics} where edge_id = '"
                        + org.edges().ids().getFirst()
                        + "'"))
            .isEqualTo(1);
        assertThat(lake.number("select count(*) from {edge_metrics}")).isEqualTo(5);
      }
    }
  }

  /** Asked and answered with nothing is not the same as not asked: that day has no proof. */
  @Test
  void aDayOnWhichThereWasNoEdgeIsProven() {
    try (SmallFleet fleet = fleet("metrics-only")) {
      fleet.org("emea").edges().count(0);
      fleet.invoke("emea", EDGES);
      fleet.clock().advance(Duration.ofDays(2));
      fleet.invoke("emea", EDGES);

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select strftime(day, '%Y-%m-%d') || ' ' || rows from {partition_proofs} where"
                        + " table_name = 'edge_metrics' order by 1"))
            .containsExactly("2026-11-18 0", "2026-11-20 0");
      }
    }
  }

  @Test
  void moreEdgesThanACallTakesAreAskedForInSeveral() {
    try (SmallFleet fleet = fleet("full")) {
      FakeOrg org = fleet.org("emea");
      org.edges().count(230);
      fleet.invoke("emea", EDGES);

      assertThat(org.ledger().served().requests(Endpoint.EDGE_METRICS)).isEqualTo(3);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(distinct edge_id) from {edge_metrics}"))
            .isEqualTo(230);
      }
    }
  }

  /** What the report says of this dataset. */
  static JsonNode edges(JsonNode report) {
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals("edge-metrics")) {
        return dataset;
      }
    }
    throw new AssertionError("no edge-metrics in " + report);
  }

  private static Set<String> rows(DuckDb lake) {
    Set<String> rows = new TreeSet<>();
    lake.query(
            "select edge_id, epoch_ms(observed_at::timestamp), up_time_ms, n_processors,"
                + " processor_active_percent, processor_idle_percent,"
                + " physical_memory_available_bytes, physical_memory_total_bytes,"
                + " virtual_memory_total_bytes, n_disks, disk_available_bytes,"
                + " disk_total_bytes, fullest_disk, network_sent_bytes_per_second,"
                + " network_received_bytes_per_second, network_bandwidth_bits_per_second,"
                + " longest_subsystem_delay_ms from {edge_metrics}")
        .forEach(row -> rows.add(row.toString()));
    return rows;
  }

  private static String shown(TrueEdgeMetrics truth) {
    boolean firstIsFuller = truth.firstDiskAvailable() <= truth.secondDiskAvailable();
    return List.of(
            truth.edgeId(),
            truth.at().toEpochMilli(),
            truth.upTimeMillis(),
            truth.processors(),
            (double) truth.activePercent(),
            (double) (100 - truth.activePercent()),
            truth.memoryAvailable(),
            truth.memoryTotal(),
            0,
            3,
            truth.firstDiskAvailable() + truth.secondDiskAvailable(),
            2 * truth.diskTotal(),
            firstIsFuller ? "/dev/nvme3n1" : "/dev/nvme4n1",
            truth.sentBytesPerSecond(),
            truth.receivedBytesPerSecond(),
            1_000_000_000,
            truth.delayMillis())
        .toString();
  }

  private SmallFleet fleet(String residency) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 41, Instant.parse("2026-11-18T00:00:00Z"))
            .conversationsPerDay(0)
            .build();
    return new SmallFleet(
        folder,
        new VirtualClock(NOW),
        List.of(org),
        Map.of("emea", "    residency: " + residency + "\n    polls: [edge-metrics]\n"));
  }
}
