package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1, held against an org that misbehaves in every way it can: random ticks, time-outs and cold starts meet random faults;
 * then the faults stop, the fleet drains, and the lake must equal the ledger to the last millisecond. Over all seeds every
 * fault must really have happened.
 */
class ConservationTest {
  private static final Instant START = Instant.parse("2026-11-10T06:00:00Z");
  private static final Instant LAST_CALL = Instant.parse("2026-11-11T18:00:00Z");
  private static final int SEEDS = Integer.getInteger("spokefleet.seeds", 200);
  private static final long FIRST_SEED = Long.getLong("spokefleet.seed", 1L);

  @TempDir Path folder;

  @Test
  void whateverHappensTheLakeEqualsTheLedgerOnceFaultsStop() {
    Map<FaultKind, Long> happened = new EnumMap<>(FaultKind.class);
    long interrupted = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      Path home = folder.resolve("seed-" + seed);
      try (SmallFleet fleet = fleet(home, seed)) {
        interrupted += play(fleet, seed);
        fleet.org("emea").ledger().faultsHappened().forEach((kind, times) -> happened.merge(kind, times, Long::sum));
      }
      delete(home);
    }
    Set<FaultKind> expected = EnumSet.allOf(FaultKind.class);
    if (SEEDS >= 100) {
      assertThat(happened.keySet()).as("faults that really happened: " + happened).containsAll(expected);
      assertThat(interrupted).as("runs that ended before everything was read").isPositive();
    }
  }

  private static long play(SmallFleet fleet, long seed) {
    Random random = new Random(seed);
    FakeOrg org = fleet.org("emea");
    FaultPlan plan = FaultPlan.seeded(seed, random.nextDouble() * 0.4, kinds(random));
    org.faults(plan);
    long interrupted = 0;
    int ticks = 8 + random.nextInt(8);
    for (int tick = 0; tick < ticks; tick++) {
      fleet.clock().advance(Duration.ofSeconds(random.nextInt(20) == 0 ? 40_000 : 60 + random.nextInt(1_200)));
      fleet.timeout(Duration.ofSeconds(random.nextInt(3) == 0 ? 20 : 900));
      if (random.nextInt(4) == 0) {
        fleet.coldStart("emea");
      }
      JsonNode report = fleet.tick("emea");
      interrupted += report.path("status").asText().equals("completed") ? 0 : 1;
    }
    plan.stop();
    fleet.timeout(Duration.ofMinutes(15));
    drain(fleet, seed);
    LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "seed " + seed);
    LakeTruth.assertQuarantineEqualsLedger(fleet, "emea", fleet.clock().instant(), "seed " + seed);
    return interrupted;
  }

  /** Long enough for every e-mail to end, and for a count that is short twice to have its day read again. */
  private static void drain(SmallFleet fleet, long seed) {
    JsonNode report = fleet.tick("emea");
    for (int tick = 0; tick < 16; tick++) {
      fleet.clock().advance(Duration.ofHours(12));
      report = fleet.tick("emea");
    }
    assertThat(report.path("status").asText())
        .as("seed " + seed + ": " + report.toPrettyString())
        .isEqualTo("completed");
  }

  private static Set<FaultKind> kinds(Random random) {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : FaultKind.plannable()) {
      if (random.nextInt(3) > 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static SmallFleet fleet(Path home, long seed) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", seed, START.minus(Duration.ofDays(1)))
            .conversationsPerDay(60)
            .volume(Volume.EVEN)
            .historyEnd(LAST_CALL)
            .queues(3)
            .users(8)
            .requestsPerMinute(seed % 3 == 0 ? 20 : 300)
            .paginationCap(seed % 4 == 0 ? 40 : 100_000)
            .oddities(DataOddities.some())
            .build();
    SmallFleet fleet = new SmallFleet(home, new VirtualClock(START), List.of(org));
    // Changes reach less far back than the overlap that re-reads them; what changes later is the settling job's.
    fleet.org("emea").changesReach(Duration.ofMinutes(10));
    return fleet.withPlan(plan -> smallPages(plan, seed % 4 == 0 ? 40 : 100_000));
  }

  /** Small pages, so that little traffic means many pages. */
  static ReadPlan smallPages(ReadPlan plan, int maximumResults) {
    return new ReadPlan(
        plan.settling(), plan.overlap(), plan.lookback(), 3, 8, maximumResults, plan.readingShare(), 50, 1 << 16);
  }

  private static void delete(Path home) {
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
