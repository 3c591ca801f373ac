package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Makes the proofs of conversation partitions. They stay provisional until a job has re-read the
 * day.
 */
public final class ConversationProofs {
  /**
   * In place of a filter's hash, where the rows of several filters may lie side by side: the filter
   * was changed, and what it no longer admits goes when the day is settled.
   */
  public static final String SEVERAL_FILTERS = "several";

  private final String orgId;
  private final String filterHash;
  private final Quarantine quarantine;
  private final Clock clock;

  public ConversationProofs(DetailsPermit permit, Quarantine quarantine, Clock clock) {
    this.orgId = permit.orgId();
    this.filterHash = permit.spoke().conversationFilter().hash();
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /**
   * After a landing: what the partition holds now, with the counts taken before still beside it.
   */
  public PartitionProof landed(
      Table<?> table,
      LocalDate day,
      Merged merged,
      long fetched,
      Instant readUpTo,
      Optional<PartitionProof> before) {
    PartitionProof landed =
        new PartitionProof(
            orgId,
            table.name(),
            day,
            ProofStatus.PROVISIONAL,
            merged.rows(),
            merged.units(),
            fetched,
            before.map(PartitionProof::queryTotalHits).orElse(null),
            before.map(PartitionProof::queryOpen).orElse(null),
            before.map(PartitionProof::queryCountedAt).orElse(null),
            null,
            null,
            null,
            filterHashOf(before),
            merged.sha256(),
            quarantined(day),
            readUpTo,
            clock.instant());
    return landed.compared(before.map(PartitionProof::comparison).orElse(null));
  }

  /**
   * After a count: the same, with what the API says the day holds. A day without an object gets a
   * proof of nothing.
   */
  PartitionProof counted(
      LocalDate day, long ended, long open, Instant readUpTo, Optional<PartitionProof> before) {
    return readAgain(day, readUpTo, before).counted(ended, open, clock.instant());
  }

  /** After a run that owes nothing: the same, with up to when it is now known to be so. */
  PartitionProof readAgain(LocalDate day, Instant readUpTo, Optional<PartitionProof> before) {
    Merged nothing = new Merged(0, 0, false, "");
    return before
        .orElseGet(
            () -> landed(ConversationsTable.TABLE, day, nothing, 0, readUpTo, Optional.empty()))
        .renewed(quarantined(day), readUpTo, clock.instant());
  }

  private String filterHashOf(Optional<PartitionProof> before) {
    boolean holdsRowsOfAnother =
        before
            .filter(proof -> proof.rows() > 0)
            .filter(proof -> !proof.filterHash().equals(filterHash))
            .isPresent();
    return holdsRowsOfAnother ? SEVERAL_FILTERS : filterHash;
  }

  private long quarantined(LocalDate day) {
    return quarantine.count(orgId, ConversationDetailsDataset.NAME, day);
  }
}
