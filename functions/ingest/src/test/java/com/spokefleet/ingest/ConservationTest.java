package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1, held against an org that misbehaves in every way it can: random ticks, time-outs and cold
 * starts meet random faults; then the faults stop, the fleet drains, and the lake must equal the
 * ledger to the last millisecond. Over all seeds every fault must really have happened.
 */
class ConservationTest {
  private static final Instant START = Instant.parse("2026-11-10T23:00:00Z");
  private static final Instant LAST_CALL = Instant.parse("2026-11-11T02:30:00Z");
  private static final int SEEDS = Integer.getInteger("spokefleet.seeds", 16);
  private static final long FIRST_SEED = Long.getLong("spokefleet.seed", 1L);

  /**
   * The engine asks for no page behind the cap, which is what StartDayTest holds, and paces itself
   * before a limit is reached, which is what the HTTP client's own tests hold.
   */
  private static final Set<FaultKind> PREVENTED =
      EnumSet.of(FaultKind.PAGINATION_CAP, FaultKind.RATE_LIMIT);

  private static final Duration OVERLAP = Duration.ofMinutes(30);

  /** The other datasets have conservation tests of their own. */
  private static final String CONVERSATIONS =
      "{\"datasets\": [\"conversation-details\", \"conversation-counts\"]}";

  private static final String WITH_CONFIGURATION =
      "{\"datasets\": [\"configuration\", \"conversation-details\", \"conversation-counts\"]}";

  @TempDir Path folder;

  @Test
  void whateverHappensTheLakeEqualsTheLedgerOnceFaultsStop() {
    Map<FaultKind, LongAdder> happened = new ConcurrentHashMap<>();
    Set<Set<FaultKind>> together = ConcurrentHashMap.newKeySet();
    LongAdder interrupted = new LongAdder();
    LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
        .parallel()
        .forEach(
            seed -> {
              try (SmallFleet fleet = fleet(folder.resolve("seed-" + seed), seed, OVERLAP)) {
                interrupted.add(
                    play(fleet, seed, seed % 4 == 1 ? WITH_CONFIGURATION : CONVERSATIONS));
                assertConserved(fleet, seed);
                Map<FaultKind, Long> faults = fleet.org("emea").ledger().faultsHappened();
                faults.forEach(
                    (kind, times) ->
                        happened.computeIfAbsent(kind, _ -> new LongAdder()).add(times));
                for (FaultKind one : faults.keySet()) {
                  faults.keySet().forEach(other -> together.add(EnumSet.of(one, other)));
                }
              }
            });
    if (SEEDS >= 16) {
      Set<FaultKind> expected = EnumSet.complementOf(EnumSet.copyOf(PREVENTED));
      expected.removeIf(ConservationTest::isOfJobs);
      assertThat(happened.keySet())
          .as("faults that really happened: " + happened)
          .containsAll(expected);
      assertThat(interrupted.sum()).as("runs that ended before everything was read").isPositive();
      together.removeIf(pair -> pair.size() == 1);
      assertThat(together).as("pairs of faults within one life").hasSizeGreaterThan(220);
    }
  }

  @Test
  void theOverlapCatchesWhatChangedAfterItWasRead() {
    try (SmallFleet fleet = fleet(folder.resolve("overlap"), 5, OVERLAP)) {
      changeWhatWasRead(fleet);
      assertConserved(fleet, 5);
    }
  }

  /** The control: without the overlap the lake keeps what it read first. */
  @Test
  void withoutTheOverlapTheLakeWouldKeepWhatItReadFirst() {
    try (SmallFleet fleet = fleet(folder.resolve("no-overlap"), 5, Duration.ZERO)) {
      changeWhatWasRead(fleet);
      assertThatThrownBy(() -> assertConserved(fleet, 5)).isInstanceOf(AssertionError.class);
    }
  }

  private static void changeWhatWasRead(SmallFleet fleet) {
    FakeOrg org = fleet.org("emea");
    org.changesReach(Duration.ofMinutes(25));
    fleet.tick("emea");
    fleet.clock().advance(Duration.ofMinutes(20));
    fleet.tick("emea");
    int changes = 0;
    while (org.changeAfterEnd().isPresent()) {
      changes++;
    }
    assertThat(changes).as("conversations changed").isGreaterThan(4);
    fleet.clock().advance(Duration.ofMinutes(3));
    fleet.tick("emea");
    drain(fleet, 5, CONVERSATIONS);
  }

  private static long play(SmallFleet fleet, long seed, String request) {
    Random random = new Random(seed);
    FakeOrg org = fleet.org("emea");
    FaultPlan plan = FaultPlan.seeded(seed, random.nextDouble() * 0.5, kinds(random));
    org.faults(plan);
    long interrupted = 0;
    int ticks = 6 + random.nextInt(6);
    for (int tick = 0; tick < ticks; tick++) {
      fleet
          .clock()
          .advance(
              Duration.ofSeconds(random.nextInt(20) == 0 ? 40_000 : 60 + random.nextInt(1_200)));
      fleet.timeout(Duration.ofSeconds(random.nextInt(3) == 0 ? 20 : 900));
      if (random.nextInt(4) == 0) {
        fleet.coldStart("emea");
      }
      JsonNode report = fleet.invoke("emea", request);
      interrupted += report.path("status").asText().equals("completed") ? 0 : 1;
    }
    plan.stop();
    fleet.timeout(Duration.ofMinutes(15));
    drain(fleet, seed, request);
    return interrupted;
  }

  /**
   * Long enough for every e-mail to end, and for a count that is short twice to have its day read
   * again.
   */
  private static void drain(SmallFleet fleet, long seed, String request) {
    JsonNode report = fleet.invoke("emea", request);
    for (int tick = 0; tick < 4; tick++) {
      fleet.clock().advance(Duration.ofHours(45));
      report = fleet.invoke("emea", request);
    }
    assertThat(report.path("status").asText())
        .as("seed " + seed + ": " + report.toPrettyString())
        .isEqualTo("completed");
  }

  private static void assertConserved(SmallFleet fleet, long seed) {
    Instant now = fleet.clock().instant();
    assertThat(fleet.org("emea").ledger().openIds(now)).as("seed " + seed).isEmpty();
    LakeTruth.assertLakeEqualsLedger(fleet, "emea", now, "seed " + seed);
    LakeTruth.assertQuarantineEqualsLedger(fleet, "emea", now, "seed " + seed);
  }

  /** Faults of asynchronous jobs are those of SettleConservationTest. */
  private static Set<FaultKind> queryKinds() {
    Set<FaultKind> kinds = EnumSet.copyOf(FaultKind.plannable());
    kinds.removeIf(ConservationTest::isOfJobs);
    return kinds;
  }

  static boolean isOfJobs(FaultKind kind) {
    return kind.name().startsWith("JOB_") || kind == FaultKind.AVAILABILITY_MOVED_BACK;
  }

  /** What happens to pages of conversations is the rarer by itself, and so drawn more often. */
  private static Set<FaultKind> kinds(Random random) {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : queryKinds()) {
      if (random.nextInt(3) < (kind.scope() == FaultKind.Scope.DETAILS ? 2 : 1)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static SmallFleet fleet(Path home, long seed, Duration overlap) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", seed, START.minus(Duration.ofHours(3)))
            .conversationsPerDay(700)
            .volume(Volume.EVEN)
            .historyEnd(LAST_CALL)
            .queues(3)
            .users(8)
            .requestsPerMinute(seed % 3 == 0 ? 20 : 300)
            .paginationCap(seed % 4 == 0 ? 100 : 100_000)
            .oddities(DataOddities.some())
            .build();
    SmallFleet fleet = new SmallFleet(home, new VirtualClock(START), List.of(org));
    // Changes reach less far back than the overlap that re-reads them; what changes later is the
    // settling job's.
    fleet.org("emea").changesReach(Duration.ofMinutes(20));
    return fleet.withPlan(plan -> smallPages(plan, overlap, seed % 4 == 0 ? 100 : 100_000));
  }

  /** Small pages, so that little traffic means many pages. */
  static ReadPlan smallPages(ReadPlan plan, int maximumResults) {
    return smallPages(plan, plan.overlap(), maximumResults);
  }

  private static ReadPlan smallPages(ReadPlan plan, Duration overlap, int maximumResults) {
    return new ReadPlan(
        plan.settling(),
        overlap,
        plan.lookback(),
        3,
        8,
        maximumResults,
        plan.readingShare(),
        50,
        1 << 16);
  }
}
