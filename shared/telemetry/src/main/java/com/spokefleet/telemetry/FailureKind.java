package com.spokefleet.telemetry;

/** How a failure is to be treated; every exception of ours carries one. */
public enum FailureKind {
  /** A passing fault (5xx, reset, time-out): the same call may succeed later. */
  RETRYABLE,
  /** The other side asked us to slow down; the call was not carried out. */
  THROTTLED,
  /** The same call will fail again until somebody changes something (403, wrong secret). */
  PERMANENT,
  /** The other side answered with something that cannot be read. */
  BAD_DATA,
  /** The time allowed for this run is used up; nothing is wrong. */
  DEADLINE,
  /** A write may or may not have happened; read back before deciding. */
  UNKNOWN_OUTCOME,
  /** Somebody else changed the thing first, or holds it. */
  CONFLICT;

  /** Whether nothing is wrong: a spent rate limit or run time only puts the rest off. */
  public boolean isPause() {
    return this == THROTTLED || this == DEADLINE;
  }
}
