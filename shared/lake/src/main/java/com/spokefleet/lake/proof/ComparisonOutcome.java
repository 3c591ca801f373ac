package com.spokefleet.lake.proof;

import com.spokefleet.lake.table.RowException;

/** What came of holding a partition's figures against the same figures from another source. */
public enum ComparisonOutcome {
  /** Equal to the last unit. */
  AGREES("agrees"),
  /** The lake holds less. */
  LAKE_SHORT("lake_short"),
  /** The lake holds more. */
  LAKE_OVER("lake_over"),
  /**
   * The asynchronous job returned less than the query counts, and the lake holds what it counts.
   */
  JOB_SHORT("job_short"),
  /** There is nothing to hold it against, or not like with like. */
  NOT_COMPARABLE("not_comparable");

  private final String label;

  ComparisonOutcome(String label) {
    this.label = label;
  }

  /** The value in the lake. */
  public String label() {
    return label;
  }

  public boolean isDisagreement() {
    return this == LAKE_SHORT || this == LAKE_OVER || this == JOB_SHORT;
  }

  static ComparisonOutcome ofLabel(String label) {
    for (ComparisonOutcome outcome : values()) {
      if (outcome.label.equals(label)) {
        return outcome;
      }
    }
    throw new RowException("Cannot read a proof: its comparison is '" + label + "'");
  }
}
