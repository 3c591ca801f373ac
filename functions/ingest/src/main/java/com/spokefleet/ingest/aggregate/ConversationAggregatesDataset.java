package com.spokefleet.ingest.aggregate;

import com.spokefleet.genesys.aggregate.AggregatesAnswer;
import com.spokefleet.genesys.aggregate.AggregatesLimits;
import com.spokefleet.genesys.aggregate.ConversationAggregatesQuery;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.RunRequest;
import com.spokefleet.normalize.aggregate.WithinLadder;
import com.spokefleet.normalize.servicelevel.ServiceLevelRules;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Conversation aggregates of one org, metrics-only orgs included: the newest intervals with every
 * run, what was emitted late with every re-reading, history newest day first. Each window is read,
 * its service level rule learnt, landed, proven, and only then is the progress stored.
 */
public final class ConversationAggregatesDataset implements Dataset {
  public static final String NAME = "conversation-aggregates";

  private static final int MOST_PROBLEMS = 3;

  private final OrgParts org;
  private final AggregatePlan plan;
  private final ConversationAggregatesQuery query;
  private final IntervalLanding landing;
  private final RuleBook ruleBook;
  private final AggregateProgressJson json = new AggregateProgressJson();

  /**
   * @param historyDays days the first run goes back
   */
  public ConversationAggregatesDataset(OrgParts org, int historyDays) {
    this(org, AggregatePlan.of(historyDays, org.spoke().residency()));
  }

  ConversationAggregatesDataset(OrgParts org, AggregatePlan plan) {
    StandardServiceLevel standard =
        new StandardServiceLevel(org.fleet().standards().serviceLevel());
    this.org = org;
    this.plan = plan;
    this.query =
        new ConversationAggregatesQuery(
            org.http(),
            org.spoke().name(),
            WithinLadder.views(standard.thresholdMs(), standard.shortAbandonMs()),
            AggregatesLimits.STANDARD);
    this.landing = new IntervalLanding(org, standard);
    this.ruleBook = new RuleBook(org.orgId(), org.objects(), org.scratch());
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
    JsonState state = new JsonState(org.checkpoints(), NAME + "/" + org.orgId());
    Reading reading = new Reading(run, state, owed(state, run.request()));
    reading.readAll();
    reading.metrics.ended(reading.progress, org.clock().instant());
    return reading.report();
  }

  private AggregateProgress owed(JsonState state, RunRequest request) {
    Instant now = org.clock().instant();
    LocalDate today = AggregateWindow.dayOf(now);
    AggregateProgress owed =
        state
            .read()
            .map(stored -> json.read(state.key(), stored).advancedTo(now, plan))
            .orElseGet(() -> AggregateProgress.first(now, firstDay(today, request), plan));
    if (request.days().isPresent()) {
      List<LocalDate> days = request.days().get().days();
      owed = owed.withPending(days.stream().filter(day -> day.isBefore(today)).toList());
      owed = days.contains(today) ? owed.withToday() : owed;
    }
    return owed;
  }

  /** A first run that is told which days to read goes no further back than these. */
  private LocalDate firstDay(LocalDate today, RunRequest request) {
    return request
        .days()
        .map(days -> days.from().isAfter(today) ? today : days.from())
        .orElse(today.minusDays(plan.historyDays()));
  }

  /** One run: window after window, each stored before the next is read. */
  private final class Reading {
    private final DatasetRun run;
    private final JsonState state;
    private final Deadline readUntil;
    private final AggregateMetrics metrics =
        new AggregateMetrics(org.metrics(), org.spoke().name());
    private final Set<LocalDate> failedDays = new TreeSet<>();
    private AggregateProgress progress;
    private Optional<String> problem = Optional.empty();
    private Optional<String> pause = Optional.empty();
    private boolean stopped;

    Reading(DatasetRun run, JsonState state, AggregateProgress progress) {
      this.run = run;
      this.state = state;
      this.progress = progress;
      this.readUntil = run.deadline().afterShare(plan.readingShare());
    }

    void readAll() {
      boolean fresh = attempt(this::readFresh);
      Optional<LocalDate> day = progress.nextDay(failedDays);
      while (!stopped && day.isPresent()) {
        if (readUntil.isPast()) {
          pause = Optional.of("the time for this run is over");
          return;
        }
        LocalDate next = day.get();
        if (!attempt(() -> readDay(next))) {
          failedDays.add(next);
          stopped |= failedDays.size() >= MOST_PROBLEMS || !fresh;
        }
        day = progress.nextDay(failedDays);
      }
    }

    private void readFresh() {
      Instant now = org.clock().instant();
      boolean wholeDay = progress.isDayDue(now, plan);
      AggregateWindow window = progress.fresh(now, plan);
      Instant upTo = now.minus(plan.settling());
      land(window, upTo);
      store(progress.afterFresh(upTo, now, wholeDay));
    }

    private void readDay(LocalDate day) {
      land(AggregateWindow.day(day), org.clock().instant().minus(plan.settling()));
      store(progress.afterDay(day));
    }

    private void land(AggregateWindow window, Instant upTo) {
      org.identity().require(readUntil);
      AggregatesAnswer answer = query.read(window.from(), window.to(), readUntil);
      ServiceLevelRules known = ruleBook.read();
      ServiceLevelRules.Learned learned = known.learn(answer.intervals());
      if (!learned.rules().equals(known)) {
        ruleBook.write(learned.rules(), run.fence());
      }
      long changed = landing.land(window, answer.intervals(), learned, upTo, run.fence());
      metrics.landed(
          answer.intervals().size(),
          answer.unknown(),
          answer.withoutQueue(),
          learned.unexplained(),
          changed);
    }

    private void store(AggregateProgress next) {
      run.fence().check();
      state.write(json.write(next));
      progress = next;
    }

    /** False where it failed; what was to be read stays owed. */
    private boolean attempt(Runnable reading) {
      try {
        reading.run();
        return true;
      } catch (GenesysException failure) {
        String message = String.valueOf(failure.getMessage());
        switch (failure.kind()) {
          case THROTTLED, DEADLINE -> {
            pause = Optional.of(message);
            stopped = true;
          }
          case RETRYABLE, BAD_DATA -> problem = problem.or(() -> Optional.of(message));
          case PERMANENT, UNKNOWN_OUTCOME, CONFLICT -> {
            problem = problem.or(() -> Optional.of(message));
            stopped = true;
          }
        }
        return false;
      }
    }

    DatasetReport report() {
      DatasetStatus status =
          problem.isPresent()
              ? DatasetStatus.FAILED
              : pause.isPresent() ? DatasetStatus.INCOMPLETE : DatasetStatus.COMPLETED;
      return new DatasetReport(
          NAME,
          status,
          metrics.read(),
          metrics.read(),
          0,
          metrics.changed(),
          Optional.of(progress.watermark()),
          0,
          progress.pendingDays().size() + progress.rereadDays().size(),
          problem.or(() -> pause));
    }
  }
}
