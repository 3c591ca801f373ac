package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.proof.JobEvidence;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the proofs of conversation partitions. They are provisional until a job has re-read the
 * day, and again once the day changes after that. A proof names the filter under which its day was
 * last read whole by job, or first landed.
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
            null,
            null,
            null,
            null,
            null,
            null,
            filterHashOf(before),
            merged.sha256(),
            quarantined(day),
            readUpTo,
            clock.instant());
    return before.map(landed::after).orElse(landed);
  }

  /**
   * After a job has re-read the day whole. The day is settled if all that the job returned is there
   * and Genesys says that the job knew the whole day.
   *
   * @param returned records of the day, of which {@code poison} were put aside
   */
  DayProofs reread(
      DayProofs before, SettleJob job, long returned, long poison, Set<String> tables) {
    LocalDate day = job.work().day();
    Optional<PartitionProof> conversations = before.of(ConversationsTable.TABLE);
    long units = conversations.map(PartitionProof::units).orElse(0L);
    long aside = Math.min(poison, quarantined(day));
    boolean knowsTheDay =
        !job.knows().isBefore(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    ProofStatus status =
        units + aside >= returned && knowsTheDay ? ProofStatus.SETTLED : ProofStatus.PROVISIONAL;
    long surplus = Math.max(0, units - (returned - poison));
    Instant now = clock.instant();
    DayProofs after = before;
    for (PartitionProof proof : before.all()) {
      if (tables.contains(proof.tableName())) {
        boolean ofConversations = proof.tableName().equals(ConversationsTable.TABLE.name());
        after =
            after.with(
                proof.reread(
                    new JobEvidence(
                        status,
                        ofConversations ? (Long) returned : null,
                        ofConversations ? (Long) surplus : null,
                        job.knows(),
                        job.filterHash(),
                        now)));
      }
    }
    return after;
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
