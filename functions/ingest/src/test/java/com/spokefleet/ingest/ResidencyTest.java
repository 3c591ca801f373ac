package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A metrics-only org whose API tells of persons wherever it can: not a byte of it stays, and its
 * queues still lead into the org itself.
 */
class ResidencyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

  @TempDir Path folder;

  @Test
  void whateverTheAggregatesTellOfPersonsIsNowhereToBeFound() {
    try (SmallFleet fleet = fleet("metrics-only");
        Gateway gateway = Gateway.before(fleet, "emea")) {
      List<String> markers = fleet.org("emea").ledger().piiMarkers().all();
      AtomicInteger spoilt = new AtomicInteger();
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.CONVERSATION_AGGREGATES.path())
                  ? spoil(answer, String.join(" ", markers), spoilt.incrementAndGet())
                  : answer);

      for (int tick = 0; tick < 3; tick++) {
        fleet.tick("emea");
        fleet.clock().advance(Duration.ofMinutes(65));
      }

      LakeScan scan = new LakeScan(fleet);
      assertThat(spoilt.get()).isGreaterThan(6);
      assertThat(scan.tables()).contains("queue_intervals");
      assertThat(scan.findings(markers)).isEmpty();
      assertThat(LoggedMetrics.of(fleet.log()).sum("unknown_fields"))
          .as("what was told is counted")
          .isPositive();
    }
  }

  /** The control of the scan: of the same org, told in full and allowed to be kept, it finds. */
  @Test
  void theSameOrgReadInFullLeavesWhatIsAllowed() {
    try (SmallFleet fleet = fleet("full\n    privacy:\n      allow: [ani]")) {
      fleet.tick("emea");
      assertThat(new LakeScan(fleet).findings(fleet.org("emea").ledger().piiMarkers().all()))
          .isNotEmpty();
    }
  }

  @Test
  void everyQueueOfItsFiguresHasALinkIntoTheOrgsOwnRegion() {
    try (SmallFleet fleet = fleet("metrics-only")) {
      JsonNode report = fleet.tick("emea");
      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        List<List<Object>> links =
            lake.query(
                "select distinct i.queue_id, q.queue_link from {queue_intervals} i left join"
                    + " {dim_queue} q using (queue_key)");
        assertThat(links).isNotEmpty();
        assertThat(links)
            .allSatisfy(
                row ->
                    assertThat(row.get(1))
                        .isEqualTo(
                            "https://apps.mypurecloud.de/directory/#/admin/organization/queues/"
                                + row.get(0)
                                + "/general"));
      }
    }
  }

  private static Gateway.Answer spoil(Gateway.Answer answer, String person, int number) {
    String text = answer.text();
    if (number == 2) {
      return answer.with("application/json", "{\"results\":[{\"group\":\"" + person + "\"}]}");
    }
    return answer.with(
        "application/json",
        text.replace(
                "\"group\":{",
                "\"participantName\":\"" + person + "\",\"group\":{\"ani\":\"" + person + "\",")
            .replace(
                "\"metrics\":[",
                "\"conversations\":[{\"customer\":\""
                    + person
                    + "\"}],\"metrics\":[{\"metric\":\""
                    + person
                    + "\",\"stats\":{\""
                    + person
                    + "\":1}},"));
  }

  private SmallFleet fleet(String residency) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 12, Instant.parse("2026-11-17T00:00:00Z"))
            .conversationsPerDay(80)
            .queues(4)
            .users(8)
            .oddities(DataOddities.none())
            .build();
    return new SmallFleet(
            folder,
            new VirtualClock(NOW),
            List.of(org),
            Map.of("emea", "    residency: " + residency + "\n"))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
