package com.spokefleet.cli.proof;

import java.time.Instant;
import java.util.List;

/**
 * What the lake can show for all orgs asked for.
 *
 * @param tolerance by how much the settled days of one table may differ in all
 * @param verified whether every object was read and held against its proof
 */
record ProofReport(List<OrgProof> orgs, long tolerance, boolean verified, Instant madeAt) {
  ProofReport {
    orgs = List.copyOf(orgs);
  }

  boolean isSound() {
    return orgs.stream().allMatch(org -> org.isSound(tolerance));
  }
}
