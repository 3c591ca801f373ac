package com.spokefleet.config.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of the plan over random fleets; seed by -Dspokefleet.seed. */
class EvenMinutesTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);
  private static final List<Integer> PERIODS = List.of(1, 2, 5, 10, 15, 30, 60, 240, 1440);

  @Test
  void everyMinuteHoldsItsShareToOneOrg() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int minutes = PERIODS.get(random.nextInt(PERIODS.size()));
      int orgs = 1 + random.nextInt(150);
      int[] counts = counts(EvenMinutes.of(ids(orgs, random), minutes), minutes);

      assertThat(IntStream.of(counts).max().orElseThrow())
          .as("seed %d, round %d: %d orgs, %d minutes", SEED, round, orgs, minutes)
          .isEqualTo(Math.ceilDiv(orgs, minutes));
      assertThat(IntStream.of(counts).min().orElseThrow()).isEqualTo(orgs / minutes);
    }
  }

  @Test
  void theOrderOfTheFileDoesNotMatter() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      int minutes = PERIODS.get(random.nextInt(PERIODS.size()));
      List<String> ids = ids(1 + random.nextInt(150), random);
      Map<String, Integer> plan = EvenMinutes.of(ids, minutes);
      Collections.shuffle(ids, random);

      assertThat(EvenMinutes.of(ids, minutes)).as("seed %d, round %d", SEED, round).isEqualTo(plan);
    }
  }

  @Test
  void oneOrgMoreMovesFewOthersHoweverManyThereAre() {
    Random random = new Random(SEED);
    for (int minutes : PERIODS) {
      int most = 0;
      long moved = 0;
      int rounds = 100;
      for (int round = 0; round < rounds; round++) {
        int moves = movesByOneMore(1 + random.nextInt(200), minutes, random, EvenMinutesTest::plan);
        most = Math.max(most, moves);
        moved += moves;
      }
      System.out.printf(
          "seed %d: of 1 to 200 orgs on %d minutes, one more moves %.1f others, %d at most, bound"
              + " %d%n",
          SEED, minutes, moved / (double) rounds, most, 2 * (minutes - 1));
      assertThat(most)
          .as("seed %d, %d minutes", SEED, minutes)
          .isLessThanOrEqualTo(2 * minutes - 2);
      assertThat(moved / (double) rounds).isLessThan(8);
    }
  }

  /** Negative control: by position in the file, nearly everybody behind the new one moves. */
  @Test
  void countingByPositionWouldMoveNearlyAllBehindTheNewOne() {
    Random random = new Random(SEED);
    int moved = 0;
    for (int round = 0; round < 100; round++) {
      moved += movesByOneMore(100, 5, random, EvenMinutesTest::byPosition);
    }
    assertThat(moved / 100.0).as("seed %d", SEED).isGreaterThan(40);
  }

  /** Negative control: by hash alone nobody moves, and some minutes hold far more than others. */
  @Test
  void hashingAloneWouldBeUneven() {
    Random random = new Random(SEED);
    Map<String, Integer> plan = new HashMap<>();
    ids(100, random).forEach(id -> plan.put(id, Math.floorMod(id.hashCode(), 60)));

    assertThat(IntStream.of(counts(plan, 60)).max().orElseThrow()).isGreaterThan(3);
    assertThat(IntStream.of(counts(plan, 60)).min().orElseThrow()).isZero();
  }

  @Test
  void fewOrgsOfALongPeriodAreFarApart() {
    Random random = new Random(SEED);
    for (int orgs = 2; orgs <= 12; orgs++) {
      TreeSet<Integer> taken = new TreeSet<>(EvenMinutes.of(ids(orgs, random), 60).values());
      int before = taken.last() - 60;
      int nearest = 60;
      for (int minute : taken) {
        nearest = Math.min(nearest, minute - before);
        before = minute;
      }
      assertThat(nearest)
          .as("nearest starts of %d orgs in an hour", orgs)
          .isGreaterThanOrEqualTo(60 / orgs / 3);
    }
  }

  private static int movesByOneMore(
      int orgs, int minutes, Random random, Function<Planned, Map<String, Integer>> planner) {
    List<String> ids = ids(orgs, random);
    Map<String, Integer> before = planner.apply(new Planned(ids, minutes));
    List<String> more = new ArrayList<>(ids);
    more.add(random.nextInt(orgs + 1), id(random));
    Map<String, Integer> after = planner.apply(new Planned(more, minutes));
    return (int) ids.stream().filter(id -> !Objects.equals(before.get(id), after.get(id))).count();
  }

  private record Planned(List<String> ids, int minutes) {}

  private static Map<String, Integer> plan(Planned planned) {
    return EvenMinutes.of(planned.ids(), planned.minutes());
  }

  private static Map<String, Integer> byPosition(Planned planned) {
    Map<String, Integer> minutes = new HashMap<>();
    for (String id : planned.ids()) {
      minutes.put(id, minutes.size() % planned.minutes());
    }
    return minutes;
  }

  private static int[] counts(Map<String, Integer> plan, int minutes) {
    int[] counts = new int[minutes];
    plan.values().forEach(minute -> counts[minute]++);
    return counts;
  }

  private static List<String> ids(int count, Random random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(id(random));
    }
    return ids;
  }

  private static String id(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
