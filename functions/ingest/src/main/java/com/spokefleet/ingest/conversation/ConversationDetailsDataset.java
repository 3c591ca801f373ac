package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.RunRequest;
import com.spokefleet.lake.store.CheckpointStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Ended conversations of one org: read newest-ended first down to what is already landed,
 * normalised, merged into their start days, proven, and only then is the progress stored. A run
 * that nears its deadline lands what it has and stores what it left.
 */
public final class ConversationDetailsDataset implements Dataset {
  public static final String NAME = ConversationBuffer.DATASET;

  private final String orgId;
  private final String filterHash;
  private final OrgIdentity identity;
  private final ConversationDetailsQuery query;
  private final ConversationBuffers buffers;
  private final ConversationLanding landing;
  private final CheckpointStore checkpoints;
  private final ReadPlan plan;
  private final DetailsMetrics metrics;
  private final Clock clock;
  private final ProgressJson json = new ProgressJson();

  public ConversationDetailsDataset(
      OrgParts org,
      ConversationDetailsQuery query,
      ConversationBuffers buffers,
      ConversationLanding landing,
      ReadPlan plan) {
    this.orgId = org.orgId();
    this.filterHash = org.spoke().conversationFilter().hash();
    this.identity = org.identity();
    this.query = query;
    this.buffers = buffers;
    this.landing = landing;
    this.checkpoints = org.checkpoints();
    this.plan = plan;
    this.metrics = new DetailsMetrics(org.metrics(), org.spoke().name());
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Every scheduled run. */
  @Override
  public boolean isDue(Instant now) {
    return true;
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    JsonState state = ConversationStates.progress(checkpoints, orgId);
    ConversationProgress owed = owed(state, run.request());
    ConversationReading reading =
        new ConversationReading(
            identity, new EndOrderReader(query, plan.lookback()), new DayReader(query), plan, owed);
    ReadCounts counts = new ReadCounts();
    Deadline readUntil = run.deadline().afterShare(plan.readingShare());
    boolean more = true;
    while (more) {
      try (ConversationBuffer buffer = buffers.open(counts)) {
        more = fill(buffer, reading, readUntil);
        landing.land(buffer, reading.progress(), counts, run.fence());
        run.fence().check();
        state.write(json.write(reading.progress()));
      }
    }
    if (reading.progress().isComplete()) {
      landing.renewAge(reading.progress().readUpTo(), run.fence());
    }
    metrics.record(counts, reading.progress(), clock.instant());
    return report(reading, counts);
  }

  /** Reads until a landing's worth is there; false once nothing more can be read in this run. */
  private boolean fill(ConversationBuffer buffer, ConversationReading reading, Deadline readUntil) {
    while (buffer.conversations() < plan.landAfter()) {
      Optional<DetailsPage> page = reading.next(readUntil);
      if (page.isEmpty()) {
        return false;
      }
      buffer.add(page.get());
    }
    return true;
  }

  private ConversationProgress owed(JsonState state, RunRequest request) {
    Instant upTo = clock.instant().minus(plan.settling()).truncatedTo(ChronoUnit.MILLIS);
    ConversationProgress owed =
        state
            .read()
            .map(
                stored ->
                    underCurrentFilter(json.read(state.key(), stored), request)
                        .advancedTo(upTo, plan.overlap(), plan.lookback()))
            .orElseGet(() -> ConversationProgress.first(upTo, firstDay(upTo, request), filterHash));
    if (request.days().isPresent()) {
      owed = owed.withDays(request.days().get().days());
    }
    return owed.dayPosition().map(DayPosition::resumed).map(owed::at).orElse(owed);
  }

  /** A filter that was changed since the last run has every day read again that was ever landed. */
  private ConversationProgress underCurrentFilter(ConversationProgress owed, RunRequest request) {
    if (owed.filterHash().equals(filterHash)) {
      return owed;
    }
    LocalDate firstDay =
        landing.firstProvenDay().orElseGet(() -> firstDay(owed.readUpTo(), request));
    return owed.underFilter(filterHash, firstDay);
  }

  /** A first run that is told which days to read goes no further back than these. */
  private LocalDate firstDay(Instant upTo, RunRequest request) {
    LocalDate today = LocalDate.ofInstant(upTo, ZoneOffset.UTC);
    return request
        .days()
        .map(days -> days.from().isAfter(today) ? today : days.from())
        .orElse(today.minusDays(plan.historyDays()));
  }

  private DatasetReport report(ConversationReading reading, ReadCounts counts) {
    ConversationProgress progress = reading.progress();
    Optional<String> message = reading.problem().or(reading::pause).or(() -> unreachable(progress));
    DatasetStatus status =
        reading.problem().isPresent()
            ? DatasetStatus.FAILED
            : progress.isComplete() ? DatasetStatus.COMPLETED : DatasetStatus.INCOMPLETE;
    return new DatasetReport(
        NAME,
        status,
        counts.fetched(),
        counts.landed(),
        counts.quarantinedRecords(),
        counts.partitionsChanged(),
        Optional.of(progress.watermark()),
        progress.gaps().size(),
        progress.pendingDays().size(),
        message);
  }

  private static Optional<String> unreachable(ConversationProgress progress) {
    return progress.unreachableDays().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "still owed, with more conversations than the query pages through: "
                + progress.unreachableDays());
  }
}
