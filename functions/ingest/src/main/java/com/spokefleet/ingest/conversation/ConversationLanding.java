package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Merges what was read into the start days it belongs to and leaves the proof of each beside it.
 * Landing the same again changes nothing, and a landing that died half-way is completed by landing
 * again.
 */
public final class ConversationLanding {
  private final String orgId;
  private final PartitionMerge merge;
  private final ProofStore proofs;
  private final ConversationProofs making;

  public ConversationLanding(
      DetailsPermit permit, PartitionMerge merge, ProofStore proofs, ConversationProofs making) {
    this.orgId = permit.orgId();
    this.merge = merge;
    this.proofs = proofs;
    this.making = making;
  }

  void land(
      ConversationBuffer buffer, ConversationProgress progress, ReadCounts counts, Fence fence) {
    long changed = 0;
    for (LocalDate day : buffer.batch().days()) {
      changed += land(day, buffer.batch(), buffer.tables(), buffer.fetched(day), progress, fence);
    }
    buffer.landed();
    long units = buffer.batch().units();
    counts.landed(units, buffer.conversations() - units, changed);
  }

  /** The first start day of which anything is proven. */
  Optional<LocalDate> firstProvenDay() {
    return proofs.read(orgId).stream()
        .filter(proof -> proof.tableName().equals(ConversationsTable.TABLE.name()))
        .map(PartitionProof::day)
        .min(LocalDate::compareTo);
  }

  /**
   * Merges one day of a batch and writes its proofs; the number of objects that changed. Where one
   * does, the day is no longer settled in any of its tables.
   */
  long land(
      LocalDate day,
      UnitBatch batch,
      List<Table<?>> tables,
      long fetched,
      ConversationProgress progress,
      Fence fence) {
    long changed = 0;
    DayProofs before = DayProofs.of(proofs.read(orgId, day));
    DayProofs after = before;
    for (Table<?> table : tables) {
      Merged merged = merge.merge(table, Partition.daily(table.name(), orgId, day), batch, fence);
      changed += merged.changed() ? 1 : 0;
      if (!before.proves(table, merged.sha256())) {
        after =
            after.with(
                making.landed(
                    table, day, merged, fetched, progress.completeUpTo(day), before.of(table)));
      }
    }
    if (!after.equals(before)) {
      proofs.write(orgId, day, after.provisional(ConversationTables.names()).all(), fence);
    }
    return changed;
  }

  /**
   * Renews the age of the org's data where a run found nothing new: the newest day's proof says up
   * to when it was read.
   */
  void renewAge(Instant readUpTo, Fence fence) {
    LocalDate day = LocalDate.ofInstant(readUpTo, ZoneOffset.UTC);
    DayProofs before = DayProofs.of(proofs.read(orgId, day));
    Optional<PartitionProof> proof = before.of(ConversationsTable.TABLE);
    if (proof.isEmpty() || proof.get().readUpTo().isBefore(readUpTo)) {
      proofs.write(orgId, day, List.of(making.readAgain(day, readUpTo, proof)), fence);
    }
  }
}
