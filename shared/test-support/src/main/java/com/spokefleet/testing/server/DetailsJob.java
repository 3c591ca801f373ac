package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.FaultKind;
import java.util.Optional;

/**
 * A submitted job. What it finds is decided when it is submitted.
 *
 * @param asOf up to when data was available then, in epoch milliseconds
 * @param fault how it ends, if not well
 */
record DetailsJob(
    String id,
    Records records,
    DetailsSearch.Rows rows,
    long asOf,
    long submittedAt,
    long startedAt,
    long completedAt,
    long expiresAt,
    Optional<FaultKind> fault,
    boolean cancelled) {

  /** States as Genesys names them, and one that it does not. */
  enum State {
    QUEUED,
    PENDING,
    FAILED,
    CANCELLED,
    FULFILLED,
    EXPIRED,
    ARCHIVED
  }

  State state(long now) {
    if (cancelled) {
      return State.CANCELLED;
    }
    if (now < startedAt) {
      return State.QUEUED;
    }
    if (now < completedAt) {
      return State.PENDING;
    }
    State ended = now < expiresAt ? State.FULFILLED : State.EXPIRED;
    return fault
        .map(
            kind ->
                switch (kind) {
                  case JOB_FAILED -> State.FAILED;
                  case JOB_CANCELLED -> State.CANCELLED;
                  case JOB_EXPIRED -> State.EXPIRED;
                  case JOB_UNKNOWN_STATE -> State.ARCHIVED;
                  default -> ended;
                })
        .orElse(ended);
  }

  boolean isAtWork(long now) {
    State state = state(now);
    return state == State.QUEUED || state == State.PENDING;
  }

  DetailsJob cancel() {
    return new DetailsJob(
        id, records, rows, asOf, submittedAt, startedAt, completedAt, expiresAt, fault, true);
  }
}
