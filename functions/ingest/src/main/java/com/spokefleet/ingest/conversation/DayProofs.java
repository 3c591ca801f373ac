package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The proofs of one org's day, by table. Immutable. */
record DayProofs(Map<String, PartitionProof> byTable) {
  DayProofs {
    byTable = Map.copyOf(byTable);
  }

  static DayProofs of(List<PartitionProof> proofs) {
    Map<String, PartitionProof> byTable = new TreeMap<>();
    proofs.forEach(proof -> byTable.put(proof.tableName(), proof));
    return new DayProofs(byTable);
  }

  Optional<PartitionProof> of(Table<?> table) {
    return Optional.ofNullable(byTable.get(table.name()));
  }

  /** Whether the table's proof is of exactly these bytes. */
  boolean proves(Table<?> table, String sha256) {
    return of(table).filter(proof -> proof.contentSha256().equals(sha256)).isPresent();
  }

  DayProofs with(PartitionProof proof) {
    Map<String, PartitionProof> changed = new TreeMap<>(byTable);
    changed.put(proof.tableName(), proof);
    return new DayProofs(changed);
  }

  /** The same, with none of these tables settled. */
  DayProofs provisional(Set<String> tables) {
    Map<String, PartitionProof> changed = new TreeMap<>(byTable);
    changed.replaceAll((table, proof) -> tables.contains(table) ? proof.provisional() : proof);
    return new DayProofs(changed);
  }

  List<PartitionProof> all() {
    return List.copyOf(new TreeMap<>(byTable).values());
  }
}
