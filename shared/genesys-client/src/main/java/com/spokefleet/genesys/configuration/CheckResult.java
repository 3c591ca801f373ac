package com.spokefleet.genesys.configuration;

import com.spokefleet.telemetry.SpokefleetException;
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

  public static CheckResult ok(String name) {
    return new CheckResult(name, Status.OK, null, null);
  }

  public static CheckResult failed(String name, String problem, String remedy) {
    return new CheckResult(name, Status.FAILED, problem, remedy);
  }

  public static CheckResult unknown(String name, String problem, String remedy) {
    return new CheckResult(name, Status.UNKNOWN, problem, remedy);
  }

  /** Only a plain no is a failure of the org's set-up; the rest says nothing about it. */
  static CheckResult of(String name, SpokefleetException failure, String remedy) {
    return switch (failure.kind()) {
      case PERMANENT -> failed(name, message(failure), remedy);
      case THROTTLED, BAD_DATA, RETRYABLE, DEADLINE, UNKNOWN_OUTCOME, CONFLICT ->
          unanswered(name, failure, remedy);
    };
  }

  /** Of a question that is nobody's duty to answer: even a plain no leaves it open. */
  public static CheckResult unanswered(String name, SpokefleetException failure, String remedy) {
    String problem = message(failure);
    return switch (failure.kind()) {
      case PERMANENT -> unknown(name, problem, remedy);
      case THROTTLED ->
          unknown(name, problem, "Genesys limits the rate of calls: check again later");
      case BAD_DATA ->
          unknown(
              name,
              problem,
              "check that the endpoint is a Genesys API and no proxy answers in its place");
      case RETRYABLE, DEADLINE, UNKNOWN_OUTCOME, CONFLICT ->
          unknown(
              name, problem, "check network, endpoint and Genesys' status page, then check again");
    };
  }

  private static String message(SpokefleetException failure) {
    return String.valueOf(failure.getMessage());
  }
}
