package com.spokefleet.config.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.GeneratedFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulePlanTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);

  private final GeneratedFleet generated = new GeneratedFleet(50, SEED);
  private final List<String> spokes = generated.spokes();
  private final Fleet fleet = FleetParser.parse("fleet.yaml", generated.fleet(spokes));

  @Test
  void everyOrgHasASlotOfItsOwnPeriodAndOrgsOfOnePeriodAreSpreadEvenly() {
    SchedulePlan plan = SchedulePlan.of(fleet);

    assertThat(plan.slots()).hasSize(50);
    fleet
        .spokes()
        .forEach(
            spoke ->
                assertThat(plan.slot(spoke.name()).period()).isEqualTo(spoke.schedule().period()));
    Map<Duration, List<Slot>> byPeriod =
        plan.slots().stream().collect(Collectors.groupingBy(Slot::period));
    assertThat(byPeriod).hasSizeGreaterThan(4);
    byPeriod.forEach(
        (period, slots) -> {
          Map<Integer, Long> counts =
              slots.stream().collect(Collectors.groupingBy(Slot::minute, Collectors.counting()));
          assertThat(Collections.max(counts.values()))
              .as("seed %d, %s", SEED, period)
              .isEqualTo(Math.ceilDiv(slots.size(), period.toMinutes()));
        });
  }

  @Test
  void neitherOrderNorNamesMatter() {
    List<String> shuffled = new ArrayList<>(spokes);
    Collections.shuffle(shuffled, new Random(SEED));
    Fleet other = FleetParser.parse("fleet.yaml", generated.fleet(shuffled));

    assertThat(new HashSet<>(SchedulePlan.of(other).slots()))
        .isEqualTo(new HashSet<>(SchedulePlan.of(fleet).slots()));
  }

  /** Whoever changes this moves every deployed schedule; the release's notes have to say so. */
  @Test
  void thePlanOfTheExampleStays() {
    SchedulePlan plan = SchedulePlan.of(FleetParser.parse(Path.of("../../fleet.example.yaml")));

    Map<String, String> crons = new HashMap<>();
    plan.slots().forEach(slot -> crons.put(slot.spoke(), slot.cron()));
    assertThat(crons)
        .isEqualTo(
            Map.of(
                "amer", "cron(4/5 * * * ? *)",
                "apac", "cron(3/5 * * * ? *)",
                "emea", "cron(1/5 * * * ? *)"));
  }

  @Test
  void startsByMinuteOfTheHourCountEveryOrgWhereItStarts() {
    SchedulePlan plan = SchedulePlan.of(fleet);

    int expected =
        plan.slots().stream()
            .mapToInt(slot -> (int) Math.max(1, 60 / slot.period().toMinutes()))
            .sum();
    assertThat(IntStream.of(plan.startsByMinute()).sum()).isEqualTo(expected);
    assertThat(plan.startsByMinute()).hasSize(60);
  }

  @Test
  void anUnknownSpokeHasNoSlot() {
    assertThatThrownBy(() -> SchedulePlan.of(fleet).slot("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }
}
