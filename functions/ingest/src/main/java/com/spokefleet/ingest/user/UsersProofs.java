package com.spokefleet.ingest.user;

import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the proofs of status partitions. The API's total is no part of them: it counts a status
 * that spans days twice and is an order of magnitude only.
 */
public final class UsersProofs {
  private final String orgId;
  private final Quarantine quarantine;
  private final Clock clock;

  public UsersProofs(DetailsPermit permit, Quarantine quarantine, Clock clock) {
    this.orgId = permit.orgId();
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /** After a reading of the whole day. */
  PartitionProof whole(
      Table<?> table,
      LocalDate day,
      Merged merged,
      long fetched,
      String filterHash,
      Instant readUpTo,
      Optional<SettledBy> settledBy,
      Optional<PartitionProof> before) {
    ProofStatus status =
        settledBy.filter(SettledBy::last).isPresent()
            ? ProofStatus.SETTLED
            : ProofStatus.PROVISIONAL;
    PartitionProof proof =
        proof(
            table,
            day,
            merged,
            status,
            fetched,
            settledBy.map(_ -> fetched).orElse(null),
            settledBy.map(SettledBy::availableUpTo).orElse(null),
            filterHash,
            readUpTo);
    return before.filter(old -> isSameEvidence(old, proof)).orElse(proof);
  }

  /** After some rows of the day were brought up to date; the rest stands as it was proven. */
  PartitionProof partly(
      Table<?> table,
      LocalDate day,
      Merged merged,
      String filterHash,
      Instant readUpTo,
      Optional<PartitionProof> before) {
    PartitionProof proof =
        proof(
            table,
            day,
            merged,
            before.map(PartitionProof::status).orElse(ProofStatus.PROVISIONAL),
            before.map(PartitionProof::fetched).orElse(merged.rows()),
            before.map(PartitionProof::jobCount).orElse(null),
            before.map(PartitionProof::availabilityAt).orElse(null),
            before.map(PartitionProof::filterHash).orElse(filterHash),
            readUpTo);
    return before.filter(old -> isSameEvidence(old, proof)).orElse(proof);
  }

  private PartitionProof proof(
      Table<?> table,
      LocalDate day,
      Merged merged,
      ProofStatus status,
      long fetched,
      @Nullable Long jobCount,
      @Nullable Instant availabilityAt,
      String filterHash,
      Instant readUpTo) {
    return new PartitionProof(
        orgId,
        table.name(),
        day,
        status,
        merged.rows(),
        merged.units(),
        fetched,
        null,
        null,
        null,
        jobCount,
        null,
        availabilityAt,
        filterHash,
        merged.sha256(),
        quarantine.count(orgId, UsersDetailsDataset.NAME, day),
        readUpTo,
        clock.instant());
  }

  /** Whether the new proof says nothing but that it was made later. */
  private static boolean isSameEvidence(PartitionProof old, PartitionProof proof) {
    return old.contentSha256().equals(proof.contentSha256())
        && old.filterHash().equals(proof.filterHash())
        && old.status() == proof.status()
        && Objects.equals(old.jobCount(), proof.jobCount())
        && old.quarantined() == proof.quarantined()
        && !proof.readUpTo().isAfter(old.readUpTo());
  }
}
