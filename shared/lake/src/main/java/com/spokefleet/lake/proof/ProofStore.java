package com.spokefleet.lake.proof;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps proofs in the lake beside what they prove: one object per org and day. */
public final class ProofStore {
  private static final long BATCH_BYTES = 4L << 20;

  private final Path scratch;
  private final PartitionMerge merge;
  private final LakeReader reader;

  public ProofStore(ObjectStore store, Path scratch) {
    this.scratch = scratch;
    this.merge = new PartitionMerge(store, scratch);
    this.reader = new LakeReader(store, scratch);
  }

  /** Replaces the proofs of the tables given; those of the day's other tables stay. */
  public Merged write(String orgId, LocalDate day, List<PartitionProof> proofs, Fence fence) {
    try (UnitBatch batch = new UnitBatch(List.of(ProofsTable.TABLE), scratch, BATCH_BYTES)) {
      for (PartitionProof proof : proofs) {
        if (!proof.orgId().equals(orgId) || !proof.day().equals(day)) {
          throw new IllegalArgumentException(
              "Cannot write a proof of org %s, %s under org %s, %s"
                  .formatted(proof.orgId(), proof.day(), orgId, day));
        }
        batch.put(day, proof.tableName(), List.of(List.of(Row.of(ProofsTable.TABLE, proof))));
      }
      Partition partition = Partition.daily(ProofsTable.TABLE.name(), orgId, day);
      return merge.merge(ProofsTable.TABLE, partition, batch, fence);
    }
  }

  /** The proofs of one of the org's days, by table. */
  public List<PartitionProof> read(String orgId, LocalDate day) {
    List<PartitionProof> proofs = new ArrayList<>();
    Partition partition = Partition.daily(ProofsTable.TABLE.name(), orgId, day);
    reader.forEach(ProofsTable.TABLE, partition, row -> proofs.add(ProofsTable.proof(row)));
    return proofs;
  }

  /** All proofs of the org, by day and table. */
  public List<PartitionProof> read(String orgId) {
    List<PartitionProof> proofs = new ArrayList<>();
    for (Partition partition : reader.partitions(ProofsTable.TABLE, orgId)) {
      reader.forEach(ProofsTable.TABLE, partition, row -> proofs.add(ProofsTable.proof(row)));
    }
    return proofs;
  }
}
