package com.spokefleet.infra.alarm;

import java.time.Duration;
import java.util.Map;

/** What is wrong with any queue of dead letters, and with any function. */
public final class CommonRules {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private CommonRules() {}

  /**
   * Something lies in a queue where nothing should.
   *
   * @param part what the queue is of, such as events
   */
  public static AlarmRule deadLetters(String part, String queue) {
    return AlarmRule.above(
        "dead-letters-" + part,
        "There are dead letters in %s.".formatted(queue),
        Runbook.DEAD_LETTERS,
        "letters",
        Map.of("letters", Figure.ofQueue(queue)),
        0,
        Duration.ofMinutes(5),
        1);
  }

  /** A function ends in an error, or is not let run. */
  public static AlarmRule failing(String part, String function) {
    return AlarmRule.above(
        "errors-" + part,
        "Function %s fails.".formatted(function),
        Runbook.A_FUNCTION_FAILS,
        "errors",
        Map.of("errors", Figure.ofFunction(function, "Errors")),
        0,
        QUARTER,
        2);
  }
}
