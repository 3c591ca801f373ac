package com.spokefleet.cli;

import com.spokefleet.cli.kpi.KpiReader;
import com.spokefleet.cli.kpi.OccupancyReader;
import com.spokefleet.cli.kpi.RevenueReader;
import com.spokefleet.cli.kpi.ServiceLevelReader;
import com.spokefleet.cli.proof.ObjectVerification;
import com.spokefleet.cli.proof.ProofReader;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.reconciliation.AggregateTally;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** A lake in a folder, as the commands read it. */
public final class LocalLake {
  private final ObjectStore store;
  private final Path scratch;
  private final Clock clock;

  LocalLake(Path folder, Path scratch, Clock clock) {
    this.store = new FolderObjectStore(folder);
    this.scratch = scratch;
    this.clock = clock;
  }

  public ServiceLevelReader serviceLevels() {
    return new ServiceLevelReader(new LakeReader(store, scratch));
  }

  public KpiReader kpis() {
    return new KpiReader(new LakeReader(store, scratch), proofs(), clock);
  }

  public OccupancyReader occupancy() {
    return new OccupancyReader(new LakeReader(store, scratch), proofs());
  }

  public ProofReader proofReports() {
    return new ProofReader(
        new LakeReader(store, scratch), proofs(), new ObjectVerification(store, scratch), clock);
  }

  public RevenueReader revenue() {
    return new RevenueReader(new LakeReader(store, scratch));
  }

  /** What the org's aggregates hold in all. */
  public EmittedCounts aggregated(String orgId) {
    AggregateTally tally = new AggregateTally();
    forEach(QueueIntervalsTable.TABLE, orgId, (day, row) -> tally.add(row));
    return tally.sum();
  }

  /** All rows of one org's daily table with their day. */
  public void forEach(Table<?> table, String orgId, BiConsumer<LocalDate, Row> action) {
    LakeReader reader = new LakeReader(store, scratch);
    for (Partition partition : reader.partitions(table, orgId)) {
      LocalDate day = partition.day().orElseThrow();
      reader.forEach(table, partition, row -> action.accept(day, row));
    }
  }

  /** Whether no conversation of the org was ever landed here. */
  public boolean holdsNothingOf(String orgId) {
    return new LakeReader(store, scratch).partitions(ConversationsTable.TABLE, orgId).isEmpty();
  }

  public ProofStore proofs() {
    return new ProofStore(store, scratch);
  }

  public Quarantine quarantine() {
    return new Quarantine(store);
  }
}
