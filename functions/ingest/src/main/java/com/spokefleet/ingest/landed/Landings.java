package com.spokefleet.ingest.landed;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.FailureReason;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.RunListener;
import com.spokefleet.lake.landed.LandedChannel;
import com.spokefleet.lake.landed.LandedPartition;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.LogField;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells others, at the end of each run, which partitions it changed. What is about to be written is
 * owed before it is written, in a checkpoint, so a run that dies leaves its debts to the next one:
 * every change is told at least once, with the bytes that stand in the lake then. A failure to tell
 * is logged and measured, and nothing else.
 */
public final class Landings implements RunListener {
  /** A run with less time left leaves the telling to the next. */
  private static final Duration LEAST_TIME = Duration.ofSeconds(2);

  /** The lease outlasts a run by more than that. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration LONGEST_CALL = Duration.ofSeconds(5);
  private static final int AT_ONCE = 100;

  private final String orgId;
  private final NotedStore lake;
  private final ProofStore proofs;
  private final OwedLandings owed;
  private final LandedChannel channel;
  private final Metrics metrics;
  private final Dimensions dimensions;
  private final JsonLog log;

  public Landings(
      Spoke spoke,
      ObjectStore lake,
      CheckpointStore checkpoints,
      Path scratch,
      LandedChannel channel,
      Metrics metrics,
      JsonLog log) {
    this.orgId = spoke.orgId();
    this.lake = new NotedStore(lake, scratch, this::owe);
    this.proofs = new ProofStore(lake, scratch);
    this.owed = new OwedLandings(orgId, new JsonState(checkpoints, "landed/" + orgId));
    this.channel = channel;
    this.metrics = metrics;
    this.dimensions = Dimensions.org(spoke.name());
    this.log = log.with(LogField.org(spoke.name()));
  }

  /** The lake through which all writing has to go. */
  public ObjectStore lake() {
    return lake;
  }

  @Override
  public void begins() {
    owed.forget();
    lake.forget();
  }

  @Override
  public void ends(String runId, Deadline deadline) {
    try {
      tell(runId, deadline.allows(LONGEST) ? Deadline.after(LONGEST, deadline.clock()) : deadline);
      metrics.count(MetricName.LANDINGS_OWED, owed.all().size(), dimensions);
    } catch (RuntimeException failure) {
      problem("Cannot tell what landed", failure);
      metrics.count(MetricName.LANDINGS_OWED, 1, dimensions);
    }
  }

  private void owe(Partition partition) {
    if (!partition.orgId().equals(orgId)) {
      throw new IllegalArgumentException(
          "Cannot land " + partition.key() + ": it is not of org " + orgId);
    }
    try {
      owed.add(partition);
    } catch (SpokefleetException failure) {
      // It is told at the end of this run all the same, unless the process dies before.
      problem("Cannot note that " + partition.key() + " is about to land", failure);
    }
  }

  private void tell(String runId, Deadline deadline) {
    List<Partition> all = owed.all();
    for (int from = 0; from < all.size() && deadline.allows(LEAST_TIME); from += AT_ONCE) {
      List<Partition> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<LandedPartition> landed = landed(some, runId);
      Duration left = deadline.remaining();
      Map<LandedPartition, String> refused =
          channel.tell(landed, left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL);
      List<Partition> done = new ArrayList<>(some);
      refused.keySet().forEach(each -> done.remove(each.partition()));
      owed.remove(done);
      metrics.count(MetricName.LANDINGS_TOLD, landed.size() - refused.size(), dimensions);
      if (!refused.isEmpty()) {
        log.error(refused.values().iterator().next(), LogField.of("partitions", refused.size()));
        return;
      }
    }
  }

  /** Those that have an object; the others were owed by a run that died before it wrote. */
  private List<LandedPartition> landed(List<Partition> some, String runId) {
    Map<LocalDate, List<PartitionProof>> proofsByDay = new HashMap<>();
    List<LandedPartition> landed = new ArrayList<>();
    for (Partition partition : some) {
      Optional<ProofStatus> status =
          partition
              .day()
              .map(day -> proofsByDay.computeIfAbsent(day, proven -> proofs.read(orgId, proven)))
              .flatMap(ofDay -> status(partition, ofDay));
      lake.sha256(partition)
          .ifPresent(sha256 -> landed.add(new LandedPartition(partition, sha256, status, runId)));
    }
    return landed;
  }

  private static Optional<ProofStatus> status(Partition partition, List<PartitionProof> ofDay) {
    return ofDay.stream()
        .filter(proof -> proof.tableName().equals(partition.table()))
        .map(PartitionProof::status)
        .findFirst();
  }

  private void problem(String deed, RuntimeException failure) {
    String kind = FailureReason.of(failure);
    log.error(deed + ": " + failure, LogField.of("failure", kind));
  }
}
