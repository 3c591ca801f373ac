package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.EmissionKey;
import com.spokefleet.testing.ledger.TrueFigures;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Queue intervals against the ledger: figures by the half hour of their emission, whatever is still
 * open, however late they come, and however often they are read.
 */
class QueueIntervalsTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20_261_122L);
  private static final Instant NOW = Instant.parse("2026-11-18T15:10:00Z");
  private static final Duration LAG = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void everyFigureOfEveryIntervalIsTheLedgersToTheLastUnit() {
    try (SmallFleet fleet = fleet(SEED)) {
      JsonNode report = aggregates(fleet.tick("emea"));

      assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("completed");
      Map<String, List<Long>> truth = truth(fleet);
      assertThat(differences(fleet)).as("seed %d", SEED).isEmpty();
      assertThat(truth).as("seed %d", SEED).hasSizeGreaterThan(200);
    }
  }

  /** What is emitted late lands by reading again; reading again what is there changes no byte. */
  @Test
  void ticksCatchUpWithWhatIsEmittedAndLeaveTheRestAlone() {
    try (SmallFleet fleet = fleet(SEED + 1)) {
      fleet.tick("emea");
      for (int tick = 0; tick < 14; tick++) {
        fleet.clock().advance(Duration.ofMinutes(25));
        JsonNode report = aggregates(fleet.tick("emea"));
        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("completed");
      }
      assertThat(differences(fleet)).as("seed %d", SEED + 1).isEmpty();

      long requests = requests(fleet);
      JsonNode again = aggregates(fleet.tick("emea"));
      assertThat(again.path("partitionsChanged").asLong()).as(again.toString()).isZero();
      assertThat(requests(fleet) - requests).as("what a tick costs").isEqualTo(3);
    }
  }

  @Test
  void anOutageIsFilledByReadingTheMissedDaysWhole() {
    try (SmallFleet fleet = fleet(SEED + 2)) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofHours(53));
      JsonNode report = aggregates(fleet.tick("emea"));

      assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("completed");
      assertThat(Instant.parse(report.path("watermark").asText()))
          .isEqualTo(NOW.plus(Duration.ofHours(53)).minus(Duration.ofMinutes(1)));
      assertThat(differences(fleet)).as("seed %d", SEED + 2).isEmpty();
    }
  }

  /** What the lake says otherwise than the ledger: the truth first, then the lake. */
  private static Map<String, String> differences(SmallFleet fleet) {
    Map<String, List<Long>> truth = truth(fleet);
    Map<String, List<Long>> lake = lake(fleet);
    Map<String, String> differences = new TreeMap<>();
    Set<String> keys = new TreeSet<>(truth.keySet());
    keys.addAll(lake.keySet());
    for (String key : keys) {
      if (!Objects.equals(truth.get(key), lake.get(key))) {
        differences.put(key, truth.get(key) + " " + lake.get(key));
      }
    }
    return differences;
  }

  /** Per half hour, queue and medium: the figures that the ledger tells by emission. */
  private static Map<String, List<Long>> truth(SmallFleet fleet) {
    Map<String, List<Long>> truth = new TreeMap<>();
    Map<EmissionKey, TrueFigures> emitted =
        fleet.org("emea").ledger().emitted(fleet.clock().instant().minus(LAG));
    emitted.forEach(
        (key, figures) -> {
          if (key.queueId() != null) {
            List<Long> values =
                List.of(
                    figures.offered(),
                    figures.answered(),
                    figures.answerWaitMillis(),
                    figures.answeredWithin(Duration.ofSeconds(10)),
                    figures.answeredWithin(Duration.ofSeconds(30)),
                    figures.answeredWithin(Duration.ofSeconds(600)),
                    figures.abandoned(),
                    figures.abandonWaitMillis(),
                    figures.shortAbandoned(),
                    figures.flowedOut(),
                    figures.notResponded(),
                    figures.handled(),
                    figures.handleMillis(),
                    figures.acwMillis(),
                    figures.blindTransfers(),
                    figures.consultTransfers());
            if (values.stream().anyMatch(value -> value != 0)) {
              truth.put(key.interval() + " " + key.queueId() + " " + key.mediaType(), values);
            }
          }
        });
    return truth;
  }

  private static Map<String, List<Long>> lake(SmallFleet fleet) {
    Map<String, List<Long>> told = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      for (List<Object> row :
          lake.query(
              """
              select epoch_ms(interval_start), queue_id || ' ' || media_type,
                sum(n_offered), sum(n_answered), sum(answered_ms), sum(n_answered_within_10s),
                sum(n_answered_within_standard), sum(n_answered_within_600s), sum(n_abandon),
                sum(abandon_ms), sum(n_short_abandon), sum(n_flow_out), sum(n_not_responding),
                sum(n_handle), sum(handle_ms), sum(acw_ms), sum(n_blind_transferred),
                sum(n_consult_transferred)
              from {queue_intervals} group by all""")) {
        List<Long> values =
            row.subList(2, row.size()).stream().map(value -> ((Number) value).longValue()).toList();
        if (values.stream().anyMatch(value -> value != 0)) {
          Instant start = Instant.ofEpochMilli(((Number) row.getFirst()).longValue());
          told.put(start + " " + row.get(1), values);
        }
      }
    }
    return told;
  }

  private static long requests(SmallFleet fleet) {
    return fleet.org("emea").ledger().served().requests(Endpoint.CONVERSATION_AGGREGATES);
  }

  static JsonNode aggregates(JsonNode report) {
    return BadInputTest.dataset(report, "conversation-aggregates");
  }

  private SmallFleet fleet(long seed) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", seed, Instant.parse("2026-11-15T00:00:00Z"))
            .conversationsPerDay(120)
            .queues(4)
            .users(8)
            .ingestionLag(LAG)
            .requestsPerMinute(100_000)
            .build();
    return new SmallFleet(
            folder,
            new VirtualClock(NOW),
            List.of(org),
            Map.of("emea", "    residency: metrics-only\n"))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
