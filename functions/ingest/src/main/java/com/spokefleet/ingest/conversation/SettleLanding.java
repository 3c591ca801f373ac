package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.partition.UnitComparison;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lands what jobs return, on top of {@link ConversationLanding}. A job knows the past up to the
 * availability date only, so what ticks know better stays: a conversation that is stored with a
 * later end, and those that ended shortly before that date.
 */
public final class SettleLanding {
  private static final String END = "conversation_end";

  private final String orgId;
  private final ConversationLanding landing;
  private final UnitComparison comparison;
  private final ProofStore proofs;
  private final ConversationProofs making;
  private final SettlePlan plan;
  private final Path scratch;
  private final long memoryBytes;

  public SettleLanding(
      DetailsPermit permit,
      ConversationLanding landing,
      UnitComparison comparison,
      ProofStore proofs,
      ConversationProofs making,
      SettlePlan plan,
      Path scratch,
      long memoryBytes) {
    this.orgId = permit.orgId();
    this.landing = landing;
    this.comparison = comparison;
    this.proofs = proofs;
    this.making = making;
    this.plan = plan;
    this.scratch = scratch;
    this.memoryBytes = memoryBytes;
  }

  /** Whether the stored day was read under another filter, so that a whole result replaces it. */
  boolean replaces(SettleJob job) {
    return switch (job.work().matching()) {
      case OVERLAP -> false;
      case START_DAY ->
          DayProofs.of(proofs.read(orgId, job.work().day()))
              .of(ConversationsTable.TABLE)
              .filter(proof -> !proof.filterHash().equals(job.filterHash()))
              .isPresent();
    };
  }

  /**
   * Lands the buffer.
   *
   * @param whole the buffer holds the job's whole result and replaces the work's day
   */
  void land(
      ConversationBuffer buffer,
      SettleJob job,
      boolean whole,
      ConversationProgress progress,
      ReadCounts counts,
      Fence fence) {
    Instant sure = job.knows().minus(plan.unsure());
    LocalDate own = job.work().day();
    try (UnitBatch removals = new UnitBatch(buffer.tables(), scratch, memoryBytes)) {
      for (LocalDate day : buffer.batch().days()) {
        Optional<UnitBatch> taken =
            whole && day.equals(own) ? Optional.of(removals) : Optional.empty();
        buffer.batch().leaveOut(day, better(day, buffer, sure, taken));
      }
      if (whole && !buffer.batch().days().contains(own)) {
        better(own, buffer, sure, Optional.of(removals));
      }
      landing.land(buffer, progress, counts, fence);
      if (!removals.days().isEmpty()) {
        landing.land(own, removals, buffer.tables(), buffer.fetched(own), progress, fence);
      }
    }
  }

  /**
   * The stored conversations of the day that stay as they are although the buffer has them.
   *
   * @param removals takes those that the buffer does not have and should have
   */
  private Set<String> better(
      LocalDate day, ConversationBuffer buffer, Instant sure, Optional<UnitBatch> removals) {
    Set<String> better = new HashSet<>();
    List<List<Row>> nothing = buffer.tables().stream().map(_ -> List.<Row>of()).toList();
    comparison.compare(
        ConversationsTable.TABLE,
        Partition.daily(ConversationsTable.TABLE.name(), orgId, day),
        buffer.batch(),
        new UnitComparison.Visitor() {
          @Override
          public void both(String unit, Row stored, Row fresh) {
            if (end(stored).isAfter(end(fresh)) || end(fresh).isAfter(sure)) {
              better.add(unit);
            }
          }

          @Override
          public void onlyStored(String unit, Row stored) {
            if (!end(stored).isAfter(sure)) {
              removals.ifPresent(batch -> batch.put(day, unit, nothing));
            }
          }
        });
    return better;
  }

  private static Instant end(Row conversation) {
    Object end = conversation.get(ConversationsTable.TABLE, END);
    return end instanceof Instant instant ? instant : Instant.MAX;
  }

  /**
   * The job's whole result is landed: writes what that says about its day. Whether it is settled.
   */
  boolean prove(SettleJob job, ConversationProgress progress, Fence fence) {
    LocalDate day = job.work().day();
    DayProofs before = DayProofs.of(proofs.read(orgId, day));
    if (before.of(ConversationsTable.TABLE).isEmpty()) {
      before = before.with(making.readAgain(day, progress.completeUpTo(day), Optional.empty()));
    }
    DayProofs after =
        making.reread(before, job, job.returned(), job.poison(), ConversationTables.names());
    proofs.write(orgId, day, after.all(), fence);
    return after
        .of(ConversationsTable.TABLE)
        .map(PartitionProof::status)
        .filter(ProofStatus.SETTLED::equals)
        .isPresent();
  }

  /** Proofs of the org's conversations, of all days. */
  List<PartitionProof> conversations() {
    Table<?> table = ConversationsTable.TABLE;
    return proofs.read(orgId).stream()
        .filter(proof -> proof.tableName().equals(table.name()))
        .toList();
  }
}
