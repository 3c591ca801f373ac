package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check of one org, written for the person who has to act on it.
 *
 * @param problem what is wrong; null exactly when the check is ok
 * @param remedy how to fix it; null exactly when the check is ok
 */
public record CheckResult(
    String name, Status status, @Nullable String problem, @Nullable String remedy) {
  /** How a check went. */
  public enum Status {
    OK,
    /** The org answered, and the answer was no. */
    FAILED,
    /** The org gave no answer to this: throttled, unreachable, or not asked. */
    UNKNOWN
  }

  static CheckResult ok(String name) {
    return new CheckResult(name, Status.OK, null, null);
  }

  static CheckResult failed(String name, String problem, String remedy) {
    return new CheckResult(name, Status.FAILED, problem, remedy);
  }

  static CheckResult unknown(String name, String problem, String remedy) {
    return new CheckResult(name, Status.UNKNOWN, problem, remedy);
  }
}
