package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 for statuses of users, held against an org that misbehaves: random ticks, time-outs and cold
 * starts meet random faults; then the faults stop, every shift ends, and the lake must equal the
 * ledger to the millisecond. Over all seeds every fault must really have happened.
 */
class UsersConservationTest {
  private static final Instant START = Instant.parse("2026-11-10T21:00:00Z");
  private static final Instant LAST_SHIFT = Instant.parse("2026-11-11T08:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-08");
  private static final int SEEDS = Integer.getInteger("spokefleet.userSeeds", 8);
  private static final long FIRST_SEED = Long.getLong("spokefleet.seed", 1L);
  private static final String USERS = "{\"datasets\": [\"users-details\"]}";

  /** What happens to users details; a page may be short, repeat rows, or be lost on the way. */
  private static final Set<FaultKind> FAULTS = faults();

  @TempDir Path folder;

  private static Set<FaultKind> faults() {
    Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : FaultKind.plannable()) {
      if (kind.strikes(Endpoint.USERS_DETAILS_QUERY)) {
        faults.add(kind);
      }
    }
    return faults;
  }

  @Test
  void whateverHappensTheLakeEqualsTheLedgerOnceFaultsStop() {
    Map<FaultKind, LongAdder> happened = new ConcurrentHashMap<>();
    LongAdder interrupted = new LongAdder();
    LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
        .parallel()
        .forEach(
            seed -> {
              try (SmallFleet fleet = fleet(folder.resolve("seed-" + seed), seed)) {
                interrupted.add(play(fleet, seed));
                assertConserved(fleet, seed);
                fleet
                    .org("emea")
                    .ledger()
                    .faultsHappened()
                    .forEach(
                        (kind, count) ->
                            happened.computeIfAbsent(kind, _ -> new LongAdder()).add(count));
              }
            });
    if (SEEDS >= 8) {
      assertThat(happened.keySet()).as("faults that really happened").containsAll(FAULTS);
      assertThat(happened.keySet())
          .contains(FaultKind.POISON_RECORD, FaultKind.UNKNOWN_FIELDS, FaultKind.UNKNOWN_VALUES);
      assertThat(interrupted.sum()).as("runs that ended before everything was read").isPositive();
    }
  }

  private static long play(SmallFleet fleet, long seed) {
    Random random = new Random(seed);
    FaultPlan plan = FaultPlan.seeded(seed, random.nextDouble() * 0.4, FAULTS);
    fleet.org("emea").faults(plan);
    long interrupted = 0;
    int ticks = 5 + random.nextInt(5);
    for (int tick = 0; tick < ticks; tick++) {
      fleet.clock().advance(Duration.ofSeconds(60 + random.nextInt(7_000)));
      fleet.timeout(Duration.ofSeconds(random.nextInt(3) == 0 ? 20 : 900));
      if (random.nextInt(4) == 0) {
        fleet.coldStart("emea");
      }
      JsonNode report = fleet.invoke("emea", USERS);
      interrupted += report.path("status").asText().equals("completed") ? 0 : 1;
    }
    plan.stop();
    fleet.timeout(Duration.ofMinutes(15));
    drain(fleet, seed);
    return interrupted;
  }

  /** Long enough for every shift to end. */
  private static void drain(SmallFleet fleet, long seed) {
    JsonNode report = fleet.invoke("emea", USERS);
    for (int tick = 0; tick < 3; tick++) {
      fleet.clock().advance(Duration.ofHours(17));
      report = fleet.invoke("emea", USERS);
    }
    assertThat(report.path("status").asText())
        .as("seed " + seed + ": " + report.toPrettyString())
        .isEqualTo("completed");
  }

  private static void assertConserved(SmallFleet fleet, long seed) {
    Instant now = fleet.clock().instant();
    StatusTruth.assertLakeEqualsLedger(fleet, "emea", FIRST_DAY, now, "seed " + seed);
    long poison =
        fleet.org("emea").ledger().statuses(now).stream()
            .filter(status -> status.poison() && !status.day().isBefore(FIRST_DAY))
            .count();
    assertThat(quarantined(fleet)).as("poison kept, seed " + seed).isGreaterThanOrEqualTo(poison);
  }

  private static long quarantined(SmallFleet fleet) {
    Path quarantine = fleet.lake().resolve("quarantine");
    if (!Files.isDirectory(quarantine)) {
      return 0;
    }
    try (Stream<Path> tree = Files.walk(quarantine)) {
      return tree.filter(path -> path.toString().endsWith(".json")).count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SmallFleet fleet(Path home, long seed) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", seed, Instant.parse("2026-11-06T00:00:00Z"))
            .historyEnd(LAST_SHIFT)
            .zone(ZoneId.of("Europe/Berlin"))
            .users(6)
            .requestsPerMinute(seed % 3 == 0 ? 60 : 300)
            .oddities(DataOddities.some())
            .build();
    return new SmallFleet(home, new VirtualClock(START), List.of(org))
        .withUsersPlan(UsersConservationTest::smallPages);
  }

  /** Small pages and landings, so that few users mean many of both. */
  static UsersPlan smallPages(UsersPlan plan) {
    return new UsersPlan(
        plan.period(),
        plan.settling(),
        plan.overlap(),
        2,
        20,
        plan.maximumResults(),
        plan.readingShare(),
        150);
  }
}
