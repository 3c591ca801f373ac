package com.spokefleet.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One org whose days are settled, and the steps of its life. */
final class SettleFleet implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-10T12:00:00Z");
  static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-10");
  static final LocalDate LAST_DAY = LocalDate.parse("2026-11-12");
  private static final String SETTLE = "{\"datasets\": [\"settle\"]}";
  private static final Instant ALL_ENDED = Instant.parse("2026-11-19T00:00:00Z");
  private static final String TICK = "{\"datasets\": [\"conversation-details\"]}";

  private final SmallFleet fleet;
  private final List<String> messages = new ArrayList<>();

  SettleFleet(Path folder, long seed) {
    this(folder, seed, builder -> builder);
  }

  SettleFleet(Path folder, long seed, UnaryOperator<FakeOrgSettings.Builder> settings) {
    FakeOrgSettings org =
        settings
            .apply(
                FakeOrgSettings.named("emea", seed, Instant.parse("2026-11-10T00:00:00Z"))
                    .conversationsPerDay(30)
                    .volume(Volume.EVEN)
                    .historyEnd(Instant.parse("2026-11-12T20:00:00Z"))
                    .queues(2)
                    .users(4))
            .build();
    fleet =
        new SmallFleet(folder, new VirtualClock(START), List.of(org))
            .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }

  SmallFleet fleet() {
    return fleet;
  }

  FakeOrg org() {
    return fleet.org("emea");
  }

  JsonNode settle() {
    JsonNode report = fleet.invoke("emea", SETTLE);
    messages.add(settle(report).path("message").asText());
    return report;
  }

  /** A tick without settling. */
  JsonNode tick() {
    return fleet.invoke("emea", TICK);
  }

  /**
   * Lives until the instant, settling in steps of that length. Ticks stop where they can learn of
   * nothing any more.
   */
  JsonNode settleUntil(Instant until, Duration step) {
    JsonNode report = fleet.clock().instant().equals(START) ? tick() : settle();
    while (fleet.clock().instant().isBefore(until)) {
      fleet.clock().advance(step);
      if (fleet.clock().instant().isBefore(ALL_ENDED)) {
        tick();
      }
      // The first submits what has become due, the second reads it.
      settle();
      fleet.clock().advance(Duration.ofMinutes(5));
      report = settle();
    }
    return report;
  }

  JsonNode settleUntil(String until) {
    return settleUntil(Instant.parse(until), Duration.ofHours(12));
  }

  /** What the runs of settling have said. */
  List<String> messages() {
    return messages;
  }

  /** Lives until the instant without settling. */
  void tickUntil(String until) {
    while (fleet.clock().instant().isBefore(Instant.parse(until))) {
      fleet.clock().advance(Duration.ofHours(6));
      tick();
    }
  }

  static JsonNode settle(JsonNode report) {
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals("settle")) {
        return dataset;
      }
    }
    throw new AssertionError("no settle in " + report);
  }

  /** The value of a proof's column, by day. */
  SortedMap<LocalDate, String> proofs(String column) {
    SortedMap<LocalDate, String> proofs = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      lake.query(
              "select day::varchar, "
                  + column
                  + " from {partition_proofs} where table_name = 'conversations'")
          .forEach(
              row ->
                  proofs.put(
                      LocalDate.parse(String.valueOf(row.getFirst())),
                      String.valueOf(row.getLast())));
    }
    return proofs;
  }

  /** How the days that have conversations stand. */
  Set<String> statuses() {
    return new TreeSet<>(proofs("status").subMap(FIRST_DAY, LAST_DAY.plusDays(1)).values());
  }

  String proof(LocalDate day, String column) {
    return String.valueOf(proofs(column).get(day));
  }

  void assertLakeEqualsLedger(String description) {
    LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), description);
  }

  @Override
  public void close() {
    fleet.close();
  }
}
