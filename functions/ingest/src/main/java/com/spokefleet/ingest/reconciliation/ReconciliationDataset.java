package com.spokefleet.ingest.reconciliation;

import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.reconciliation.FinalDifference;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what the lake holds with what the API counts, day by day, and writes what came of it
 * into the days' proofs: conversations with the counts of query and job, interactions with the
 * aggregates, each like with like. It asks the API nothing: it reads the lake, and of that only
 * what changed. Recent days are looked at every hour, all days once a day, for a backfill or a
 * settling job can change old ones.
 */
public final class ReconciliationDataset implements Dataset {
  public static final String NAME = "reconciliation";

  private static final List<String> TABLES =
      List.of(ConversationsTable.TABLE.name(), InteractionsTable.TABLE.name());
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration PERIOD_OF_ALL = Duration.ofDays(1);

  /** The days that ticks and counts still change. */
  private static final int RECENT_DAYS = 8;

  /** Left to the run for storing what was done. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final String orgId;
  private final String orgName;
  private final LakeReader lake;
  private final ProofStore proofs;
  private final JsonState state;
  private final Metrics metrics;
  private final Clock clock;

  /**
   * @param permit only where there are rows of conversations is there something to compare
   */
  public ReconciliationDataset(DetailsPermit permit, OrgParts org, ProofStore proofs) {
    this.orgId = permit.orgId();
    this.orgName = permit.spoke().name();
    this.lake = new LakeReader(org.objects(), org.scratch());
    this.proofs = proofs;
    this.state = new JsonState(org.checkpoints(), NAME + "/" + org.orgId());
    this.metrics = org.metrics();
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    return !now.isBefore(stored().ranAt().plus(PERIOD));
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    ReconciliationState before = stored();
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate recent = today.minusDays(RECENT_DAYS);
    boolean all = !now.isBefore(before.lookedAtAllAt().plus(PERIOD_OF_ALL));
    LocalDate from = all ? LocalDate.EPOCH : recent;
    ProvenDays proven = ProvenDays.read(lake, proofs, orgId, all ? from : earliestStart(from));
    EmissionCounts emissions = new EmissionCounts(orgId, lake, before.tallies());
    DayComparison comparison = new DayComparison(orgId, lake, proven, emissions);
    SortedMap<String, SortedMap<LocalDate, Long>> differences = copy(before.differences());
    long renewedProofs = 0;
    boolean inTime = true;
    for (LocalDate day : proven.since(from).reversed()) {
      inTime = run.deadline().remaining().compareTo(MARGIN) > 0;
      if (!inTime) {
        break;
      }
      List<PartitionProof> renewed = comparison.renewed(day, now);
      if (!renewed.isEmpty()) {
        proofs.write(orgId, day, renewed, run.fence());
        renewed.forEach(proof -> remember(differences, proof));
        renewedProofs += renewed.size();
      }
    }
    state.write(
        new ReconciliationState(
                inTime ? now : before.ranAt(),
                inTime && all ? now : before.lookedAtAllAt(),
                emissions.since(earliestStart(recent)),
                differences)
            .toJson());
    measure(differences);
    return report(inTime, renewedProofs, differences);
  }

  private static LocalDate earliestStart(LocalDate day) {
    return day.minusDays(EmissionCounts.LONGEST_DAYS);
  }

  private static void remember(
      SortedMap<String, SortedMap<LocalDate, Long>> differences, PartitionProof proof) {
    long difference = FinalDifference.of(proof);
    SortedMap<LocalDate, Long> days = differences.get(proof.tableName());
    if (days == null) {
      return;
    }
    if (difference == 0) {
      days.remove(proof.day());
    } else {
      days.put(proof.day(), difference);
    }
  }

  private static SortedMap<String, SortedMap<LocalDate, Long>> copy(
      SortedMap<String, SortedMap<LocalDate, Long>> differences) {
    SortedMap<String, SortedMap<LocalDate, Long>> copy = new TreeMap<>();
    for (String table : TABLES) {
      copy.put(table, new TreeMap<>(differences.getOrDefault(table, new TreeMap<>())));
    }
    return copy;
  }

  /** Zero, too, is told: an alarm must be able to tell it from silence. */
  private void measure(SortedMap<String, SortedMap<LocalDate, Long>> differences) {
    differences.forEach(
        (table, days) ->
            metrics.gauge(
                MetricName.RECONCILIATION_DIFFERENCE,
                days.values().stream().mapToLong(Long::longValue).sum(),
                Dimensions.org(orgName).table(table)));
  }

  private static DatasetReport report(
      boolean inTime, long renewed, SortedMap<String, SortedMap<LocalDate, Long>> differences) {
    SortedSet<LocalDate> days = new TreeSet<>();
    differences.values().forEach(byDay -> days.addAll(byDay.keySet()));
    Optional<String> message =
        days.isEmpty()
            ? Optional.empty()
            : Optional.of("days that differ from the API's own counts: " + days);
    return new DatasetReport(
        NAME,
        inTime ? DatasetStatus.COMPLETED : DatasetStatus.INCOMPLETE,
        renewed,
        renewed,
        0,
        renewed,
        Optional.empty(),
        0,
        0,
        inTime ? message : Optional.of("the time was up before all days were compared"));
  }

  private ReconciliationState stored() {
    return state
        .read()
        .map(json -> ReconciliationState.parse(state.key(), json))
        .orElseGet(ReconciliationState::never);
  }
}
