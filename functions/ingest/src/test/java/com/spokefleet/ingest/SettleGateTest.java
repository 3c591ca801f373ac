package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why no job is submitted before Genesys says that its data is complete, shown on whole runs: the
 * same org, once as it is, and once behind a gateway that lets everything look available.
 */
class SettleGateTest {
  private static final Instant HISTORY = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant AVAILABLE = Instant.parse("2026-11-10T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
  private static final String REQUEST =
      "{\"datasets\": [\"backfill\"], \"from\": \"2026-11-10\", \"to\": \"2026-11-10\"}";
  private static final String SETTLED =
      "select count(*) from {partition_proofs} where table_name = 'conversations' and status ="
          + " 'settled'";

  @TempDir Path folder;

  @Test
  void withTheGateTheDayWaitsAndIsWholeOnceItIsSettled() {
    try (SmallFleet fleet = fleet()) {
      JsonNode waiting = backfill(fleet);
      assertThat(BadInputTest.dataset(waiting, "backfill").path("pendingDays").asInt()).isOne();
      assertThat(fleet.lake().resolve("conversations")).doesNotExist();

      fleet.org("emea").jobs().availabilityLag(Duration.ofHours(6));
      backfill(fleet);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number(SETTLED)).isOne();
        assertThat(lake.number("select count(*) from {conversations}")).isEqualTo(ended(fleet));
      }
    }
  }

  /** The control. */
  @Test
  void withoutTheGateTheDayIsSettledAndItsAfternoonIsLost() {
    try (SmallFleet fleet = fleet();
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              path.contains("/jobs")
                  ? answer.with(
                      answer.contentType(),
                      answer
                          .text()
                          .replaceAll(
                              "\"dataAvailabilityDate\"\\s*:\\s*\"[^\"]*\"",
                              "\"dataAvailabilityDate\":\"" + NOW + "\""))
                  : answer);
      backfill(fleet);

      assertThat(fleet.org("emea").ledger().faultsHappened()).containsKey(FaultKind.JOB_PARTIAL);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number(SETTLED)).as("a day that is not whole, called settled").isOne();
        assertThat(lake.number("select count(*) from {conversations}"))
            .as("conversations of a settled day")
            .isPositive()
            .isLessThan(ended(fleet) * 3 / 4);
      }
    }
  }

  private static long ended(SmallFleet fleet) {
    return fleet.org("emea").ledger().endedIds(fleet.clock().instant()).size();
  }

  private static JsonNode backfill(SmallFleet fleet) {
    JsonNode unit;
    do {
      unit = fleet.invoke("emea", REQUEST);
      fleet.clock().advance(Duration.ofMinutes(2));
    } while (unit.path("status").asText().equals("incomplete"));
    assertThat(unit.path("status").asText()).as(unit.toPrettyString()).isEqualTo("completed");
    return unit;
  }

  private SmallFleet fleet() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 12, HISTORY)
            .conversationsPerDay(60)
            .volume(Volume.EVEN)
            .historyEnd(Instant.parse("2026-11-10T23:00:00Z"))
            .queues(2)
            .users(4)
            .build();
    SmallFleet fleet =
        new SmallFleet(
            folder,
            new VirtualClock(NOW),
            List.of(org),
            Map.of("emea", "    residency: full\n    schedule: {historyDays: 1}\n"));
    fleet.org("emea").jobs().availabilityStandsAt(AVAILABLE);
    return fleet;
  }
}
