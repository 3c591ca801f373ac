package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.RunRequest;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.Dimensions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Re-reads start days that somebody asks for, by the jobs and the landing that settle days, in
 * units of a minute between which the org is free for its ticks. It runs only when asked, and goes
 * on with what it was asked for until that is done: the same request again changes nothing but
 * brings the next unit.
 */
public final class ConversationBackfillDataset implements Dataset {
  public static final String NAME = "backfill";

  /** No day comes in by the calendar; see {@link SettleProgress#nextDay}. */
  private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

  private final String orgId;
  private final OrgIdentity identity;
  private final CheckpointStore checkpoints;
  private final BackfillPlan plan;
  private final int historyDays;
  private final SettleRun.Parts parts;
  private final SettleProgressJson json = new SettleProgressJson();

  /**
   * @param historyDays what the first tick owes, in case it has not run yet
   */
  public ConversationBackfillDataset(
      OrgParts org,
      DetailsPermit permit,
      ConversationSource source,
      ConversationBuffers buffers,
      SettleLanding landing,
      BackfillPlan plan,
      int historyDays) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.checkpoints = org.checkpoints();
    this.plan = plan;
    this.historyDays = historyDays;
    this.parts =
        new SettleRun.Parts(
            source,
            buffers,
            landing,
            plan.jobs(),
            permit.spoke().conversationFilter(),
            org.metrics(),
            Dimensions.org(org.spoke().name()).dataset(NAME),
            false,
            org.clock());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Never by itself. */
  @Override
  public boolean isDue(Instant now) {
    return false;
  }

  @Override
  public Optional<Duration> longestRun() {
    return Optional.of(plan.unit());
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    JsonState state = ConversationStates.backfilling(checkpoints, orgId);
    SettleProgress progress =
        owed(
            state,
            state
                .read()
                .map(stored -> json.read(state.key(), stored))
                .orElseGet(() -> SettleProgress.from(NEVER)),
            run);
    JsonState detailsState = ConversationStates.progress(checkpoints, orgId);
    ConversationProgress details =
        detailsState
            .read()
            .map(stored -> new ProgressJson().read(detailsState.key(), stored))
            .orElseGet(this::firstTickOwes);
    SettleRun unit =
        new SettleRun(
            parts,
            identity,
            run,
            run.deadline().afterShare(plan.reading()),
            state,
            progress,
            detailsState,
            details);
    unit.run();
    DetailsMetrics.record(unit.counts(), parts.metrics(), parts.dimensions());
    return report(unit);
  }

  /** The days of a request that is another than the one under way are wanted, too. */
  private SettleProgress owed(JsonState state, SettleProgress progress, DatasetRun run) {
    Optional<RunRequest.DayRange> days = run.request().days();
    JsonState asked = ConversationStates.backfillAsked(checkpoints, orgId);
    Optional<String> before = asked.read();
    if (days.isEmpty()) {
      return progress;
    }
    String text = "\"" + days.get().from() + "/" + days.get().to() + "\"";
    boolean isUnderWay = before.filter(text::equals).isPresent() && !ahead(progress).isEmpty();
    if (isUnderWay) {
      return progress;
    }
    SettleProgress more = progress.asked(days.get().days(), Instant.EPOCH);
    run.fence().check();
    state.write(json.write(more));
    asked.write(text);
    return more;
  }

  /** What the org's first tick would owe; a day that is settled first need not be read by it. */
  private ConversationProgress firstTickOwes() {
    Instant now = parts.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return ConversationProgress.first(now, today.minusDays(historyDays), parts.filter().hash());
  }

  private static Set<LocalDate> ahead(SettleProgress progress) {
    Set<LocalDate> ahead = new TreeSet<>(progress.again().keySet());
    progress.jobs().forEach(job -> ahead.add(job.work().day()));
    return ahead;
  }

  private DatasetReport report(SettleRun unit) {
    SettleProgress progress = unit.progress();
    Instant now = parts.clock().instant();
    int ahead = ahead(progress).size();
    boolean goesOn =
        unit.isPaused()
            || !progress.jobs().isEmpty()
            || !progress.due(plan.jobs(), now).isEmpty()
            || progress.failures().stream().anyMatch(failure -> !failure.isGivenUp(plan.jobs()));
    DatasetStatus status =
        unit.hasProblem()
            ? DatasetStatus.FAILED
            : goesOn ? DatasetStatus.INCOMPLETE : DatasetStatus.COMPLETED;
    Optional<String> waits =
        status == DatasetStatus.COMPLETED && ahead > 0
            ? Optional.of(
                "%d days wait for Genesys, whose data is available up to %s"
                    .formatted(ahead, progress.available()))
            : Optional.empty();
    return new DatasetReport(
        NAME,
        status,
        unit.counts().fetched(),
        unit.counts().landed(),
        unit.counts().quarantinedRecords(),
        unit.counts().partitionsChanged(),
        Optional.of(progress.available()).filter(date -> date.isAfter(Instant.EPOCH)),
        0,
        ahead,
        unit.message().or(() -> waits));
  }
}
