package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;

/**
 * The differences that must not be: nothing explains them, and the day is settled or a job has
 * already spoken of it. A provisional day may differ for other reasons than loss.
 */
public final class FinalDifference {
  private FinalDifference() {}

  /** By how much the proof's comparison differs for good; 0 if it does not. */
  public static long of(PartitionProof proof) {
    Comparison comparison = proof.comparison();
    boolean isFinal = proof.status() == ProofStatus.SETTLED || proof.jobCount() != null;
    return comparison != null && comparison.isUnexplained() && isFinal
        ? comparison.difference()
        : 0;
  }
}
