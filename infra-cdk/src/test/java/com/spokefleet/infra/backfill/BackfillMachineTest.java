package com.spokefleet.infra.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.infra.spoke.BackfillMachine;
import com.spokefleet.testing.backfill.BackfillScript;
import com.spokefleet.testing.backfill.UnitReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backfill's state machine: which units it asks for, what it does after each. */
final class BackfillMachineTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UnitReport DONE = new UnitReport("completed", 1, 0, Optional.empty());
  private static final int RANGES = 300;

  private final JsonNode definition = definition("");

  static List<BackfillScript> scripts() {
    return BackfillScript.all();
  }

  /** The same scripts as the command line's loop follows. */
  @ParameterizedTest
  @MethodSource("scripts")
  void waitsAndGivesUpAsTheCommandLineDoes(BackfillScript script) {
    Deque<UnitReport> left = new ArrayDeque<>(script.reports());
    StateMachine machine =
        new StateMachine((_, clock) -> left.remove().json(clock.instant()), START);
    MachineOutcome outcome = machine.run(definition, days("2026-11-01", "2026-11-10"));

    assertThat(machine.waits()).isEqualTo(script.pauses());
    assertThat(left).isEmpty();
    switch (script.end()) {
      case COMPLETED ->
          assertThat(outcome)
              .isEqualTo(
                  new MachineOutcome.Succeeded(
                      JSON.createArrayNode().add(days("2026-11-01", "2026-11-10"))));
      case IN_VAIN ->
          assertThat(outcome)
              .isEqualTo(
                  new MachineOutcome.Failed(
                      "Spokefleet.InVain", "Cannot read 2026-11-01 to 2026-11-10: HTTP 503"));
      case BUSY ->
          assertThat(outcome)
              .isEqualTo(
                  new MachineOutcome.Failed(
                      "Spokefleet.Busy",
                      "Cannot read 2026-11-01 to 2026-11-10: another run has held the org for half"
                          + " an hour"));
    }
  }

  /** Whatever is asked for, every day is in one unit, and no unit in two months. */
  @Test
  void noDayIsMissingAndNoneComesTwice() {
    long seed = Long.getLong("spokefleet.seed", 20_261_121L);
    Random random = new Random(seed);
    for (int range = 0; range < RANGES; range++) {
      // Often around a leap day, the turn of a year, or within one month.
      LocalDate from = LocalDate.of(2019 + random.nextInt(11), 1, 1).plusDays(random.nextInt(366));
      LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 900 : 45));
      StateMachine machine = new StateMachine((_, clock) -> DONE.json(clock.instant()), START);
      machine.run(definition, days(from.toString(), to.toString()));

      String description = "seed %d, %s to %s".formatted(seed, from, to);
      LocalDate next = from;
      for (StateMachine.Call call : machine.calls()) {
        LocalDate first = LocalDate.parse(call.payload().path("from").asText());
        LocalDate last = LocalDate.parse(call.payload().path("to").asText());
        assertThat(first).as(description).isEqualTo(next).isBeforeOrEqualTo(last);
        assertThat(YearMonth.from(last)).as(description).isEqualTo(YearMonth.from(first));
        next = last.plusDays(1);
      }
      assertThat(next).as(description).isEqualTo(to.plusDays(1));
    }
  }

  @Test
  void leapDaysAreAskedForInLeapYearsOnly() {
    StateMachine machine = new StateMachine((_, clock) -> DONE.json(clock.instant()), START);
    machine.run(definition, days("2023-02-10", "2024-03-05"));
    assertThat(machine.calls())
        .extracting(call -> call.payload().path("to").asText())
        .contains("2023-02-28", "2024-02-29", "2024-03-05")
        .hasSize(14);
    assertThat(machine.calls().getFirst().payload())
        .hasToString("{\"datasets\":[\"backfill\"],\"from\":\"2023-02-10\",\"to\":\"2023-02-28\"}");
  }

  @Test
  void anOrgHasOneUnitAtWorkAtMost() {
    assertThat(atOnce(definition)).isOne();
  }

  /** Negative control: without the limit the months run beside each other. */
  @Test
  void withoutTheLimitMonthsRunAtOnce() {
    assertThat(atOnce(definition("\"MaxConcurrency\": 1,"))).isEqualTo(6);
  }

  @Test
  void aTickThatRunsIsWaitedForAndAFunctionThatDiedIsAskedAgain() {
    AtomicInteger calls = new AtomicInteger();
    StateMachine machine =
        new StateMachine(
            (_, clock) ->
                switch (calls.incrementAndGet()) {
                  case 1, 2 -> throw new StatesException("Lambda.TooManyRequestsException", "busy");
                  case 3 -> throw new StatesException("Sandbox.Timedout", "900 s");
                  case 4 -> throw new StatesException("Lambda.Unknown", "killed");
                  default -> DONE.json(clock.instant());
                },
            START);
    MachineOutcome outcome = machine.run(definition, days("2026-11-01", "2026-11-10"));
    assertThat(outcome).isInstanceOf(MachineOutcome.Succeeded.class);
    assertThat(machine.waits()).extracting(Duration::toSeconds).containsExactly(10L, 10L, 15L, 30L);
  }

  @Test
  void aRequestTheFunctionRefusesEndsAtOnce() {
    StateMachine machine =
        new StateMachine(
            (_, _) -> {
              throw new StatesException("com.spokefleet.ingest.IngestException", "Cannot run");
            },
            START);
    assertThat(machine.run(definition, days("2026-01-01", "2026-06-30")))
        .isEqualTo(
            new MachineOutcome.Failed("com.spokefleet.ingest.IngestException", "Cannot run"));
    assertThat(machine.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"from\": \"2026-01-01\"}",
        "{\"from\": \"2026-01-20\", \"to\": \"2026-01-10\"}",
        "{\"from\": \"2026-03-01\", \"to\": \"2026-01-31\"}",
        "{\"from\": \"01.02.2026\", \"to\": \"2026-03-01\"}",
        "{\"from\": 20260101, \"to\": 20260102}",
        "{\"from\": \"2026-13-01\", \"to\": \"2027-01-01\"}"
      })
  void whatIsNoSpanOfDaysIsRefusedInsteadOfDoingNothing(String input) throws IOException {
    StateMachine machine = new StateMachine((_, clock) -> DONE.json(clock.instant()), START);
    MachineOutcome outcome = machine.run(definition, JSON.readTree(input));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            MachineOutcome.Failed.class,
            failed -> {
              assertThat(failed.error()).isEqualTo("Spokefleet.BadRequest");
              assertThat(failed.cause()).contains("must be days such as");
            });
    assertThat(machine.calls()).isEmpty();
  }

  /** Negative control: a sum of nothing is nothing in JSONata, on which an execution dies. */
  @Test
  void aSumWithoutBracketsDiesOfABusyOrg() {
    JsonNode spoilt =
        definition(
            "$sum([$states.result.Payload.datasets[dataset = 'backfill'].landed])",
            "$sum($states.result.Payload.datasets[dataset = 'backfill'].landed)");
    StateMachine machine =
        new StateMachine(
            (_, clock) -> new UnitReport("busy", 0, 0, Optional.empty()).json(clock.instant()),
            START);
    assertThat(machine.run(spoilt, days("2026-11-01", "2026-11-10")))
        .isInstanceOfSatisfying(
            MachineOutcome.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("States.QueryEvaluationError"));
  }

  private static int atOnce(JsonNode machineDefinition) {
    StateMachine machine =
        new StateMachine(
            (_, clock) -> {
              clock.advance(Duration.ofSeconds(90));
              return DONE.json(clock.instant());
            },
            START);
    machine.run(machineDefinition, days("2026-01-01", "2026-06-30"));
    int most = 0;
    for (StateMachine.Call one : machine.calls()) {
      long running =
          machine.calls().stream()
              .filter(
                  other ->
                      !other.begun().isAfter(one.begun()) && other.ended().isAfter(one.begun()))
              .count();
      most = Math.max(most, (int) running);
    }
    return most;
  }

  private static ObjectNode days(String from, String to) {
    return JSON.createObjectNode().put("from", from).put("to", to);
  }

  private static JsonNode definition(String without) {
    return definition(without, "");
  }

  private static JsonNode definition(String what, String instead) {
    try (InputStream stream =
        Objects.requireNonNull(
            BackfillMachine.class.getResourceAsStream(BackfillMachine.DEFINITION))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(what);
      return JSON.readTree(what.isEmpty() ? text : text.replace(what, instead));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
