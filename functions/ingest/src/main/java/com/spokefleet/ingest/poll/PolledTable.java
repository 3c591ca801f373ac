package com.spokefleet.ingest.poll;

import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One daily table of one org whose rows come one by one, each a unit of its own, with its proofs.
 * Landing the same again changes nothing, and a landing that died half-way is completed by landing
 * again. Its proofs stay provisional: Genesys declares no day of these complete.
 */
public final class PolledTable {
  private static final long BATCH_BYTES = 16L << 20;
  private static final String NO_FILTER = "none";

  private final String orgId;
  private final Table<?> table;
  private final String dataset;
  private final Path scratch;
  private final PartitionMerge merge;
  private final ProofStore proofs;
  private final Quarantine quarantine;
  private final Clock clock;

  /**
   * @param dataset under which its quarantined records lie
   */
  public PolledTable(OrgParts org, Table<?> table, String dataset) {
    this.orgId = org.orgId();
    this.table = table;
    this.dataset = dataset;
    this.scratch = org.scratch();
    this.merge = new PartitionMerge(org.objects(), org.scratch());
    this.proofs = new ProofStore(org.objects(), org.scratch());
    this.quarantine = org.quarantine();
    this.clock = org.clock();
  }

  /** A batch for one landing; to be closed. */
  public UnitBatch batch() {
    return new UnitBatch(List.of(table), scratch, BATCH_BYTES);
  }

  public static void put(UnitBatch batch, LocalDate day, String unit, Row row) {
    batch.put(day, unit, List.of(List.of(row)));
  }

  /** Puts a record aside; whether it was not there yet. */
  public boolean quarantine(Optional<LocalDate> day, byte[] raw, String reason) {
    return quarantine.put(orgId, dataset, day, raw, reason);
  }

  /**
   * Merges the batch into its days and proves them; the number of partitions that changed.
   *
   * @param fetched records read for each day, repeats included
   */
  public long land(UnitBatch batch, Map<LocalDate, Long> fetched, Instant readUpTo, Fence fence) {
    long changed = 0;
    for (LocalDate day : batch.days()) {
      Merged merged = merge.merge(table, Partition.daily(table.name(), orgId, day), batch, fence);
      changed += merged.changed() ? 1 : 0;
      Optional<PartitionProof> before = proof(day);
      if (before.isEmpty() || !before.get().contentSha256().equals(merged.sha256())) {
        PartitionProof proof = proof(day, merged, fetched.getOrDefault(day, 0L), readUpTo);
        proofs.write(orgId, day, List.of(proof), fence);
      }
    }
    return changed;
  }

  /**
   * Lets the proofs of all days from the one instant to the other say that these were read up to
   * the later one; a day without a row gets a proof of nothing.
   */
  public void prove(Instant from, Instant readUpTo, Fence fence) {
    LocalDate last = day(readUpTo);
    for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate current = day;
      PartitionProof proof =
          proof(day)
              .orElseGet(() -> proof(current, new Merged(0, 0, false, ""), 0, readUpTo))
              .renewed(quarantine.count(orgId, dataset, day), readUpTo, clock.instant());
      proofs.write(orgId, day, List.of(proof), fence);
    }
  }

  private Optional<PartitionProof> proof(LocalDate day) {
    return proofs.read(orgId, day).stream()
        .filter(proof -> proof.tableName().equals(table.name()))
        .findFirst();
  }

  private PartitionProof proof(LocalDate day, Merged merged, long fetched, Instant readUpTo) {
    return new PartitionProof(
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
        NO_FILTER,
        merged.sha256(),
        quarantine.count(orgId, dataset, day),
        readUpTo,
        clock.instant());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
