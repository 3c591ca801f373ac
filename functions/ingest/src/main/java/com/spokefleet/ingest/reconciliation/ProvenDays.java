package com.spokefleet.ingest.reconciliation;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The proofs of one org's days, as of the start of a run. */
final class ProvenDays {
  private final SortedMap<LocalDate, Map<String, PartitionProof>> days = new TreeMap<>();
  private final Optional<LocalDate> first;

  private ProvenDays(List<LocalDate> all) {
    this.first = all.stream().findFirst();
  }

  /** Reads the proofs from a day on; earlier ones stay unread. */
  static ProvenDays read(LakeReader lake, ProofStore proofs, String orgId, LocalDate from) {
    List<LocalDate> all =
        lake.partitions(ProofsTable.TABLE, orgId).stream()
            .map(Partition::day)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    ProvenDays proven = new ProvenDays(all);
    for (LocalDate day : all) {
      if (!day.isBefore(from)) {
        Map<String, PartitionProof> byTable = new HashMap<>();
        proofs.read(orgId, day).forEach(proof -> byTable.put(proof.tableName(), proof));
        proven.days.put(day, byTable);
      }
    }
    return proven;
  }

  /** The earliest day that has any proof, read or not. */
  Optional<LocalDate> first() {
    return first;
  }

  List<LocalDate> since(LocalDate from) {
    return List.copyOf(days.tailMap(from).keySet());
  }

  Optional<PartitionProof> of(Table<?> table, LocalDate day) {
    return Optional.ofNullable(days.getOrDefault(day, Map.of()).get(table.name()));
  }

  /** Hashes of the interactions of all days that have any. */
  SortedMap<LocalDate, String> interactions() {
    SortedMap<LocalDate, String> objects = new TreeMap<>();
    for (LocalDate day : days.keySet()) {
      of(InteractionsTable.TABLE, day)
          .map(PartitionProof::contentSha256)
          .filter(hash -> !hash.isEmpty())
          .ifPresent(hash -> objects.put(day, hash));
    }
    return objects;
  }

  /** Conversations begun in those days, both included, that were open when last counted. */
  long open(LocalDate from, LocalDate to) {
    long open = 0;
    for (LocalDate day : days.subMap(from, to.plusDays(1)).keySet()) {
      Long counted = of(ConversationsTable.TABLE, day).map(PartitionProof::queryOpen).orElse(null);
      open += counted == null ? 0 : counted;
    }
    return open;
  }

  /** Records in quarantine of conversations begun in those days, both included. */
  long quarantined(LocalDate from, LocalDate to) {
    return days.subMap(from, to.plusDays(1)).keySet().stream()
        .flatMap(day -> of(ConversationsTable.TABLE, day).stream())
        .mapToLong(PartitionProof::quarantined)
        .sum();
  }

  /** When any proof of those days, both included, was last made. */
  Instant changedAt(LocalDate from, LocalDate to) {
    return days.subMap(from, to.plusDays(1)).values().stream()
        .flatMap(byTable -> byTable.values().stream())
        .map(PartitionProof::provedAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
