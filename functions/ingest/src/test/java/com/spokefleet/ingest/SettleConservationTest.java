package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.org.DataOddities;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 over weeks: jobs fail in every way they can, availability dates move, conversations change and
 * re-open days after their end. Once faults stop and a month has passed every day is settled and
 * the lake equals the ledger. Over all seeds every fault of jobs must really have happened.
 */
class SettleConservationTest {
  private static final int SEEDS = Integer.getInteger("spokefleet.settleSeeds", 4);
  private static final long FIRST_SEED = Long.getLong("spokefleet.seed", 1L);
  private static final Instant FAULTS_STOP = Instant.parse("2026-11-18T00:00:00Z");
  private static final Instant ALL_READ_OFTEN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Instant A_MONTH_LATER = Instant.parse("2026-12-19T00:00:00Z");

  @TempDir Path folder;

  @Test
  void whateverHappensEveryDayIsSettledAndTheLakeEqualsTheLedger() {
    Set<FaultKind> happened = ConcurrentHashMap.newKeySet();
    LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
        .parallel()
        .forEach(
            seed -> {
              try (SettleFleet settling =
                  new SettleFleet(
                      folder.resolve("seed-" + seed),
                      seed,
                      org -> org.oddities(DataOddities.some()))) {
                play(settling, new Random(seed), seed);
                happened.addAll(settling.org().ledger().faultsHappened().keySet());
              }
            });
    if (SEEDS >= 4) {
      Set<FaultKind> expected = EnumSet.allOf(FaultKind.class);
      expected.removeIf(kind -> !ConservationTest.isOfJobs(kind));
      // Submitting behind the availability date is what the gate prevents.
      expected.remove(FaultKind.JOB_PARTIAL);
      assertThat(happened).containsAll(expected).doesNotContain(FaultKind.JOB_PARTIAL);
    }
  }

  private static void play(SettleFleet settling, Random random, long seed) {
    FakeOrg org = settling.org();
    org.jobs().pagesHold(3 + random.nextInt(10));
    org.jobs().atOnce(1 + random.nextInt(3));
    Set<FaultKind> kinds = EnumSet.copyOf(FaultKind.plannable());
    kinds.removeIf(kind -> !ConservationTest.isOfJobs(kind));
    FaultPlan plan = FaultPlan.seeded(seed, 0.3, kinds);
    org.faults(plan);
    settling.tick();
    while (settling.fleet().clock().instant().isBefore(FAULTS_STOP)) {
      settling.fleet().clock().advance(Duration.ofMinutes(60 + random.nextInt(500)));
      change(org, random);
      settling.tick();
      settling.settle();
      settling.fleet().clock().advance(Duration.ofMinutes(5));
      if (random.nextInt(4) == 0) {
        settling.fleet().coldStart("emea");
      }
      settling.settle();
    }
    plan.stop();
    org.jobs().availabilityLag(Duration.ofHours(6));
    askForWhatWasGivenUp(settling);
    settling.settleUntil(ALL_READ_OFTEN, Duration.ofHours(14));
    settling.settleUntil(A_MONTH_LATER, Duration.ofHours(50));

    assertThat(settling.statuses()).as("seed " + seed).containsOnly("settled");
    settling.assertLakeEqualsLedger("seed " + seed);
    LakeTruth.assertQuarantineEqualsLedger(
        settling.fleet(), "emea", settling.fleet().clock().instant(), "seed " + seed);
  }

  private static void change(FakeOrg org, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> org.changeLongAfterEnd(Duration.ofDays(1 + random.nextInt(4)));
      case 1 -> org.reopenLongAfterEnd(Duration.ofDays(1 + random.nextInt(5)));
      case 2 -> org.jobs().availabilityLag(Duration.ofHours(1 + random.nextInt(24)));
      default -> {}
    }
  }

  private static void askForWhatWasGivenUp(SettleFleet settling) {
    settling
        .fleet()
        .invoke(
            "emea",
            "{\"datasets\": [\"settle\"], \"from\": \"2026-11-09\", \"to\": \"2026-11-18\"}");
  }
}
