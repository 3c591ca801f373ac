package com.spokefleet.ingest.reconciliation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.reconciliation.AggregateTally;
import com.spokefleet.lake.reconciliation.CountReconciliation;
import com.spokefleet.lake.reconciliation.EmissionEvidence;
import com.spokefleet.lake.reconciliation.EmissionReconciliation;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares one day's conversations and interactions, from the proofs and the lake's own rows. */
final class DayComparison {
  private static final int END = ConversationsTable.TABLE.indexOf("conversation_end");

  /** What ended so shortly before the availability date a job may not know yet. */
  private static final Duration UNSURE = Duration.ofHours(1);

  private final String orgId;
  private final LakeReader lake;
  private final ProvenDays proven;
  private final EmissionCounts emissions;

  DayComparison(String orgId, LakeReader lake, ProvenDays proven, EmissionCounts emissions) {
    this.orgId = orgId;
    this.lake = lake;
    this.proven = proven;
    this.emissions = emissions;
  }

  /** The day's proofs whose comparison is new: another finding, or older than what it is about. */
  List<PartitionProof> renewed(LocalDate day, Instant now) {
    List<PartitionProof> renewed = new ArrayList<>();
    Optional<PartitionProof> conversations = proven.of(ConversationsTable.TABLE, day);
    conversations
        .filter(proof -> isOlderThan(proof.provedAt(), proof))
        .ifPresent(proof -> renewed.add(counted(proof, now)));
    interactions(day, conversations)
        .filter(proof -> isOlderThan(changedAt(day), proof))
        .ifPresent(
            proof ->
                renewed.add(
                    proof.compared(EmissionReconciliation.of(evidence(day, conversations), now))));
    return renewed;
  }

  /**
   * A day is not settled by a job that returned less than it should know, so settling asks again.
   * Where the next job says the same, the day stays settled and the difference stays told: asking
   * for ever would change nothing.
   */
  private PartitionProof counted(PartitionProof proof, Instant now) {
    Comparison comparison = CountReconciliation.of(proof, endedLater(proof), now);
    boolean isNew = !comparison.isSameAs(proof.comparison());
    PartitionProof counted = proof.compared(comparison);
    return comparison.outcome() == ComparisonOutcome.JOB_SHORT && isNew
        ? counted.provisional()
        : counted;
  }

  /** Conversations of the day that ended too late for its job; only read where it matters. */
  private long endedLater(PartitionProof proof) {
    Long job = proof.jobCount();
    Instant available = proof.availabilityAt();
    if (job == null || available == null || proof.units() <= job) {
      return 0;
    }
    Instant sure = available.minus(UNSURE);
    long[] later = new long[1];
    lake.forEach(
        ConversationsTable.TABLE,
        Partition.daily(ConversationsTable.TABLE.name(), orgId, proof.day()),
        row -> later[0] += row.get(END) instanceof Instant end && end.isAfter(sure) ? 1 : 0);
    return later[0];
  }

  /**
   * The proof of the day's interactions. A day on which nothing began can still have events of
   * conversations that began before, so it gets a proof of nothing.
   */
  private Optional<PartitionProof> interactions(
      LocalDate day, Optional<PartitionProof> conversations) {
    return proven
        .of(InteractionsTable.TABLE, day)
        .or(() -> conversations.map(proof -> proof.ofNothing(InteractionsTable.TABLE.name())));
  }

  private EmissionEvidence evidence(LocalDate day, Optional<PartitionProof> conversations) {
    Optional<PartitionProof> aggregates = proven.of(QueueIntervalsTable.TABLE, day);
    LocalDate earliest = day.minusDays(EmissionCounts.LONGEST_DAYS);
    Instant readUpTo = conversations.map(PartitionProof::readUpTo).orElse(Instant.EPOCH);
    Instant aggregatedUpTo = aggregates.map(PartitionProof::readUpTo).orElse(readUpTo);
    return new EmissionEvidence(
        day,
        emissions.on(day, proven.interactions()),
        aggregates.map(_ -> aggregated(day)).orElse(null),
        readUpTo.isBefore(aggregatedUpTo) ? readUpTo : aggregatedUpTo,
        conversations.map(proof -> proof.status() == ProofStatus.SETTLED).orElse(false),
        proven.open(earliest, day),
        proven.quarantined(earliest, day),
        proven.first().orElse(day),
        conversations
            .map(proof -> !proof.filterHash().equals(QueryFilter.NONE.hash()))
            .orElse(false));
  }

  private EmittedCounts aggregated(LocalDate day) {
    AggregateTally tally = new AggregateTally();
    Partition partition = Partition.daily(QueueIntervalsTable.TABLE.name(), orgId, day);
    lake.forEach(QueueIntervalsTable.TABLE, partition, tally::add);
    return tally.sum();
  }

  private Instant changedAt(LocalDate day) {
    return proven.changedAt(day.minusDays(EmissionCounts.LONGEST_DAYS), day);
  }

  private static boolean isOlderThan(Instant change, PartitionProof proof) {
    @Nullable Comparison comparison = proof.comparison();
    return comparison == null || !comparison.comparedAt().isAfter(change);
  }
}
