package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Settles closed days: re-reads them by asynchronous jobs once Genesys says that their data is
 * complete, so that what ticks cannot see (late wrap-ups, evaluations, re-opened conversations,
 * rows that paging hid) lands, too. Jobs are submitted in one run and read in a later one. What is
 * still ahead is {@link SettleProgress}.
 */
public final class ConversationSettleDataset implements Dataset {
  public static final String NAME = "settle";

  private final String orgId;
  private final OrgIdentity identity;
  private final CheckpointStore checkpoints;
  private final SettleRun.Parts parts;
  private final double readingShare;
  private final SettleProgressJson json = new SettleProgressJson();

  public ConversationSettleDataset(
      OrgParts org,
      DetailsPermit permit,
      ConversationSource source,
      ConversationBuffers buffers,
      SettleLanding landing,
      SettlePlan plan,
      double readingShare) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.checkpoints = org.checkpoints();
    this.readingShare = readingShare;
    this.parts =
        new SettleRun.Parts(
            source,
            buffers,
            landing,
            plan,
            permit.spoke().conversationFilter(),
            org.metrics(),
            Dimensions.org(org.spoke().name()).dataset(NAME),
            true,
            org.clock());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    JsonState state = ConversationStates.settling(checkpoints, orgId);
    return state
        .read()
        .map(stored -> json.read(state.key(), stored).isDue(parts.plan(), now))
        .orElse(true);
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    JsonState detailsState = ConversationStates.progress(checkpoints, orgId);
    Optional<ConversationProgress> details =
        detailsState.read().map(stored -> new ProgressJson().read(detailsState.key(), stored));
    if (details.isEmpty()) {
      return DatasetReport.incomplete(NAME, "conversations have not been read yet");
    }
    JsonState state = ConversationStates.settling(checkpoints, orgId);
    SettleProgress progress =
        state
            .read()
            .map(stored -> json.read(state.key(), stored))
            .orElseGet(() -> SettleProgress.from(today(details.get())));
    SettleRun settling =
        new SettleRun(
            parts,
            identity,
            run,
            run.deadline().afterShare(readingShare),
            state,
            progress,
            detailsState,
            details.get());
    settling.run();
    record(settling.counts(), parts.metrics(), parts.dimensions());
    return report(settling);
  }

  /** Days before the first one that ticks see closing come in by their proofs. */
  private static LocalDate today(ConversationProgress details) {
    return LocalDate.ofInstant(details.readUpTo(), ZoneOffset.UTC);
  }

  private static void record(ReadCounts counts, Metrics metrics, Dimensions dimensions) {
    metrics.count(MetricName.CONVERSATIONS_FETCHED, counts.fetched(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_LANDED, counts.landed(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_DUPLICATE, counts.duplicate(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_OPEN, counts.openRecords(), dimensions);
    metrics.count(MetricName.QUARANTINED, counts.quarantinedRecords(), dimensions);
    metrics.count(MetricName.UNKNOWN_FIELDS, counts.unknownFields(), dimensions);
  }

  /**
   * Waiting for Genesys is not being incomplete: all that can be done now is done. The days that
   * wait are in the report all the same.
   */
  private DatasetReport report(SettleRun settling) {
    SettleProgress progress = settling.progress();
    ReadCounts counts = settling.counts();
    TreeSet<LocalDate> ahead = new TreeSet<>(progress.days().keySet());
    ahead.addAll(progress.again().keySet());
    DatasetStatus status =
        settling.hasProblem()
            ? DatasetStatus.FAILED
            : settling.isPaused() ? DatasetStatus.INCOMPLETE : DatasetStatus.COMPLETED;
    return new DatasetReport(
        NAME,
        status,
        counts.fetched(),
        counts.landed(),
        counts.quarantinedRecords(),
        counts.partitionsChanged(),
        Optional.of(progress.available()).filter(date -> date.isAfter(Instant.EPOCH)),
        0,
        ahead.size(),
        settling.message());
  }
}
