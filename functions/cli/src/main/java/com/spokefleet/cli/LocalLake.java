package com.spokefleet.cli;

import com.spokefleet.cli.kpi.KpiReader;
import com.spokefleet.cli.kpi.OccupancyReader;
import com.spokefleet.cli.kpi.ServiceLevelReader;
import com.spokefleet.cli.kpi.RevenueReader;
import com.spokefleet.cli.proof.ObjectVerification;
import com.spokefleet.cli.proof.ProofReader;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.tables.ConversationsTable;
import java.nio.file.Path;
import java.time.Clock;

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
