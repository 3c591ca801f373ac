package com.spokefleet.config;

import java.util.List;
import java.util.stream.Collectors;

/** A fleet.yaml that cannot be used; holds all of its problems, in the order of their lines. */
public final class InvalidFleetException extends RuntimeException {
  private final transient List<Problem> problems;

  public InvalidFleetException(String source, List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  ", "Cannot use " + source + ":\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
