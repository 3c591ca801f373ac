package com.spokefleet.cli.proof;

/** What is known of one table's day, before any count is compared. */
public enum DayState {
  /** There is a proof, be it of nothing. */
  PROVEN,
  /** Between days with proofs there is none: nobody knows what the day held. */
  MISSING,
  /** Rows without a proof: a run died between the two, or somebody else wrote them. */
  UNPROVEN,
  /** The object is not what the proof says; only found by verifying. */
  DAMAGED;

  boolean isProblem() {
    return this != PROVEN;
  }
}
