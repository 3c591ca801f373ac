package com.spokefleet.config;

/** A text that is no value of its type; the problem completes "path: …" for the user. */
final class InvalidValueException extends Exception {
  private final String problem;

  InvalidValueException(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
