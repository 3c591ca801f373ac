package com.spokefleet.cli.proof;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the lake can show for all orgs asked for.
 *
 * @param tolerance by how much the settled days of one table may differ in all
 * @param verified whether every object was read and held against its proof
 */
public record ProofReport(List<OrgProof> orgs, long tolerance, boolean verified, Instant madeAt) {
  public ProofReport {
    orgs = List.copyOf(orgs);
  }

  /** The same with these tables alone. */
  public ProofReport only(Set<String> tables) {
    return new ProofReport(
        orgs.stream().map(org -> org.only(tables)).toList(), tolerance, verified, madeAt);
  }

  public boolean isSound() {
    return orgs.stream().allMatch(org -> org.isSound(tolerance));
  }
}
