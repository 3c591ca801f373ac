package com.spokefleet.cli.proof;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the lake can show for one table's day.
 *
 * @param proof with its comparison; empty for a missing or unproven day
 * @param defect what verifying found wrong, or empty
 */
public record DayProof(
    LocalDate day, DayState state, Optional<PartitionProof> proof, String defect) {

  static DayProof without(LocalDate day, DayState state) {
    return new DayProof(day, state, Optional.empty(), "");
  }

  static DayProof of(PartitionProof proof) {
    return new DayProof(proof.day(), DayState.PROVEN, Optional.of(proof), "");
  }

  DayProof damaged(String found) {
    return new DayProof(day, DayState.DAMAGED, proof, found);
  }

  Optional<Comparison> comparison() {
    return proof.map(PartitionProof::comparison);
  }

  boolean isSettled() {
    return proof.map(PartitionProof::status).equals(Optional.of(ProofStatus.SETTLED));
  }

  /** By how much a settled day differs without a reason; 0 for any other day. */
  long settledDifference() {
    return comparison()
        .filter(comparison -> isSettled() && comparison.isUnexplained())
        .map(Comparison::difference)
        .orElse(0L);
  }
}
