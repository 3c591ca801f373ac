package com.spokefleet.infra.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.spokefleet.testing.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Runs a definition in the states language with JSONata on a virtual clock: the states that ours
 * uses, and an error for any other. A Map has as many items at work as it is allowed, each on a
 * clock of its own.
 */
public final class StateMachine {
  private static final int MOST_STEPS = 5_000;

  /** One call of the function. */
  public record Call(JsonNode payload, Instant begun, Instant ended) {}

  private final MachineFunction function;
  private final Instant start;
  private final ObjectMapper json = new ObjectMapper();
  private final List<Call> calls = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  public StateMachine(MachineFunction function, Instant start) {
    this.function = function;
    this.start = start;
  }

  public MachineOutcome run(JsonNode definition, JsonNode input) {
    try {
      return new MachineOutcome.Succeeded(new Execution(definition, start).run(input));
    } catch (StatesException failure) {
      return new MachineOutcome.Failed(failure.error(), String.valueOf(failure.getMessage()));
    }
  }

  /** Every call so far, retries included. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Pauses of Wait states and before retries, in the order of the items. */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** One execution, the whole or that of an item; it has variables of its own. */
  private final class Execution {
    private final JsonNode definition;
    private final VirtualClock clock;
    private final Expressions expressions;
    private final Map<String, JsonNode> variables = new HashMap<>();

    Execution(JsonNode definition, Instant begin) {
      this.definition = definition;
      this.clock = new VirtualClock(begin);
      this.expressions = new Expressions(clock);
    }

    JsonNode run(JsonNode input) throws StatesException {
      String name = definition.path("StartAt").asText();
      JsonNode given = input;
      for (int step = 0; step < MOST_STEPS; step++) {
        JsonNode state = definition.path("States").path(name);
        switch (state.path("Type").asText()) {
          case "Succeed" -> {
            return state.has("Output") ? value(state.path("Output"), given) : given;
          }
          case "Fail" ->
              throw new StatesException(
                  state.path("Error").asText(), value(state.path("Cause"), given).asText());
          case "Choice" -> {
            name = chosen(state, given);
            continue;
          }
          case "Pass" -> assign(state, Map.of("input", given));
          case "Wait" -> sleep(value(state.path("Seconds"), given));
          case "Task" -> given = task(state, given);
          case "Map" -> given = map(state, given);
          case String other -> throw new IllegalStateException(name + " is a " + other);
        }
        if (state.path("End").asBoolean()) {
          return given;
        }
        name = state.path("Next").asText();
      }
      throw new IllegalStateException("No end after " + MOST_STEPS + " states");
    }

    private String chosen(JsonNode state, JsonNode given) throws StatesException {
      for (JsonNode choice : state.path("Choices")) {
        if (value(choice.path("Condition"), given).booleanValue()) {
          return choice.path("Next").asText();
        }
      }
      return state.path("Default").asText();
    }

    private void sleep(JsonNode seconds) throws StatesException {
      if (!seconds.isIntegralNumber() || seconds.asLong() < 0 || seconds.asLong() > 99_999_999) {
        throw new StatesException("States.QueryEvaluationError", "Seconds cannot be " + seconds);
      }
      pause(Duration.ofSeconds(seconds.asLong()));
    }

    private void pause(Duration wait) {
      waits.add(wait);
      clock.advance(wait);
    }

    private JsonNode task(JsonNode state, JsonNode given) throws StatesException {
      if (!state.path("Resource").asText().endsWith(":states:::lambda:invoke")) {
        throw new IllegalStateException("Cannot call " + state.path("Resource"));
      }
      JsonNode payload = value(state.path("Arguments"), given).path("Payload");
      Map<Integer, Integer> attempts = new HashMap<>();
      while (true) {
        Instant begun = clock.instant();
        try {
          JsonNode answer = function.invoke(payload, clock);
          JsonNode result = json.createObjectNode().put("StatusCode", 200).set("Payload", answer);
          assign(state, Map.of("input", given, "result", result));
          return result;
        } catch (StatesException failure) {
          pause(beforeRetry(state, failure, attempts));
        } finally {
          calls.add(new Call(payload, begun, clock.instant()));
        }
      }
    }

    /** How long until the next try; throws the failure if there is none. */
    private Duration beforeRetry(
        JsonNode state, StatesException failure, Map<Integer, Integer> attempts)
        throws StatesException {
      int index = 0;
      for (JsonNode retrier : state.path("Retry")) {
        for (JsonNode error : retrier.path("ErrorEquals")) {
          if (error.asText().equals(failure.error())) {
            int made = attempts.merge(index, 1, Integer::sum) - 1;
            if (made == retrier.path("MaxAttempts").asInt()) {
              throw failure;
            }
            double rate = Math.pow(retrier.path("BackoffRate").asDouble(), made);
            return Duration.ofSeconds((long) (retrier.path("IntervalSeconds").asLong() * rate));
          }
        }
        index++;
      }
      throw failure;
    }

    private void assign(JsonNode state, Map<String, JsonNode> states) throws StatesException {
      Map<String, JsonNode> assigned = new HashMap<>();
      for (Map.Entry<String, JsonNode> variable : state.path("Assign").properties()) {
        assigned.put(variable.getKey(), expressions.value(variable.getValue(), states, variables));
      }
      variables.putAll(assigned);
    }

    private JsonNode map(JsonNode state, JsonNode given) throws StatesException {
      JsonNode items = value(state.path("Items"), given);
      int most = state.path("MaxConcurrency").asInt();
      PriorityQueue<Instant> free = new PriorityQueue<>(Comparator.naturalOrder());
      for (int lane = 0; lane < (most == 0 ? items.size() : most); lane++) {
        free.add(clock.instant());
      }
      ArrayNode outputs = json.createArrayNode();
      Instant last = clock.instant();
      for (JsonNode item : items) {
        Execution child = new Execution(state.path("ItemProcessor"), free.remove());
        outputs.add(child.run(item));
        Instant end = child.clock.instant();
        free.add(end);
        last = end.isAfter(last) ? end : last;
      }
      clock.advance(Duration.between(clock.instant(), last));
      return outputs;
    }

    private JsonNode value(JsonNode template, JsonNode given) throws StatesException {
      return expressions.value(template, Map.of("input", given), variables);
    }
  }
}
