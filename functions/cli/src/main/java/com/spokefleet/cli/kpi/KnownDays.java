package com.spokefleet.cli.kpi;

import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.tables.ConversationsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The start days of one org of which the lake knows something: those with a proof, even of nothing,
 * and those with conversations whose proof is still to come.
 */
final class KnownDays {
  private final SortedMap<LocalDate, Boolean> settled = new TreeMap<>();
  private Optional<Instant> readUpTo = Optional.empty();

  KnownDays(List<Partition> partitions, List<PartitionProof> proofs, Window window) {
    for (Partition partition : partitions) {
      partition.day().filter(window::contains).ifPresent(day -> settled.put(day, false));
    }
    for (PartitionProof proof : proofs) {
      if (proof.tableName().equals(ConversationsTable.TABLE.name())
          && window.contains(proof.day())) {
        settled.put(proof.day(), proof.status() == ProofStatus.SETTLED);
        readUpTo = later(readUpTo, proof.readUpTo());
      }
    }
  }

  boolean isEmpty() {
    return settled.isEmpty();
  }

  LocalDate first() {
    return settled.firstKey();
  }

  LocalDate last() {
    return settled.lastKey();
  }

  DataStatus status(long daysAsked) {
    long settledDays = settled.values().stream().filter(isSettled -> isSettled).count();
    return new DataStatus(daysAsked, settledDays, settled.size() - settledDays, readUpTo);
  }

  private static Optional<Instant> later(Optional<Instant> known, Instant other) {
    return known.filter(instant -> instant.isAfter(other)).or(() -> Optional.of(other));
  }
}
