package com.spokefleet.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.backfill.BackfillUnit.Status;
import com.spokefleet.testing.backfill.BackfillScript;
import com.spokefleet.testing.backfill.UnitReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows a unit: how long is waited, and when it is given up. */
final class OrgBackfillTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final BackfillUnit DONE = unit(Status.COMPLETED, 1, 0);

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final List<Duration> waits = new ArrayList<>();

  private BackfillState run(BackfillUnit... units) throws Exception {
    Deque<BackfillUnit> left = new ArrayDeque<>(List.of(units));
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new OrgBackfill(
            () -> left.size() == 1 ? left.element() : left.remove(),
            clock,
            wait -> {
              waits.add(wait);
              now.updateAndGet(time -> time.plus(wait));
            })
        .run(BackfillState.begun("north", 10), _ -> {});
  }

  private static BackfillUnit unit(Status status, long landed, long ahead) {
    return new BackfillUnit(status, 3, landed, ahead, Optional.empty(), "");
  }

  static List<BackfillScript> scripts() {
    return BackfillScript.all();
  }

  /** The same scripts as the state machine on AWS follows. */
  @ParameterizedTest
  @MethodSource("scripts")
  void waitsAndGivesUpAsTheMachineOnAwsDoes(BackfillScript script) throws Exception {
    Deque<UnitReport> left = new ArrayDeque<>(script.reports());
    BackfillState end =
        new OrgBackfill(
                () -> BackfillUnit.of(left.remove().json(now.get())),
                ((InstantSource) now::get).withZone(ZoneOffset.UTC),
                wait -> {
                  waits.add(wait);
                  now.updateAndGet(time -> time.plus(wait));
                })
            .run(BackfillState.begun("north", BackfillScript.DAYS), _ -> {});
    assertThat(waits).isEqualTo(script.pauses());
    assertThat(left).isEmpty();
    assertThat(end.status())
        .isEqualTo(
            switch (script.end()) {
              case COMPLETED -> Status.COMPLETED;
              case IN_VAIN -> Status.FAILED;
              case BUSY -> Status.BUSY;
            });
  }

  @Test
  void betweenUnitsTheOrgIsLeftAloneForAWaitingTick() throws Exception {
    run(unit(Status.INCOMPLETE, 5, 9), DONE);
    assertThat(waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void aSpentShareIsWaitedForWithoutHoldingTheOrg() throws Exception {
    run(
        new BackfillUnit(
            Status.INCOMPLETE, 3, 5, 9, Optional.of(START.plusSeconds(47)), "the share is spent"),
        DONE);
    assertThat(waits).containsExactly(Duration.ofSeconds(47));
  }

  @Test
  void countsAddUpAndTheRestIsToldByThePaceSoFar() throws Exception {
    BackfillState end = run(unit(Status.INCOMPLETE, 5, 8), unit(Status.INCOMPLETE, 5, 5), DONE);
    assertThat(end.requests()).isEqualTo(9);
    assertThat(end.landed()).isEqualTo(11);
    assertThat(end.daysRead()).isEqualTo(10);
    BackfillState half =
        BackfillState.begun("north", 10)
            .after(unit(Status.INCOMPLETE, 1, 6), Duration.ofMinutes(4));
    assertThat(half.remaining()).contains(Duration.ofMinutes(6));
  }

  @Test
  void failuresInARowAreGivenUpAndSingleOnesAreNot() throws Exception {
    assertThat(run(unit(Status.FAILED, 0, 10)).status()).isEqualTo(Status.FAILED);
    assertThat(waits).hasSize(4).isSorted();
    waits.clear();
    assertThat(run(unit(Status.FAILED, 0, 10), unit(Status.INCOMPLETE, 5, 8), DONE).status())
        .isEqualTo(Status.COMPLETED);
  }

  @Test
  void aBusyOrgIsWaitedForButNotForEver() throws Exception {
    assertThat(run(unit(Status.BUSY, 0, 0), DONE).status()).isEqualTo(Status.COMPLETED);
    BackfillState never = run(unit(Status.BUSY, 0, 0));
    assertThat(never.status()).isEqualTo(Status.BUSY);
    assertThat(never.daysAhead()).as("nothing is known to be read").isEqualTo(10);
  }
}
