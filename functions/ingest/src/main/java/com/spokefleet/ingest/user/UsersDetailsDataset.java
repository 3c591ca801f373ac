package com.spokefleet.ingest.user;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.user.UserDetailsPage;
import com.spokefleet.genesys.user.UserDetailsQuery;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.RunRequest;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Presences and routing statuses of one org's users: the current day read whole each time, older
 * days until they are over, history newest first. A status lands in the day it started; its end is
 * found on the day it ended. What was read is landed and proven, and only then is the progress
 * stored.
 */
public final class UsersDetailsDataset implements Dataset {
  public static final String NAME = "users-details";

  private final String orgId;
  private final OrgIdentity identity;
  private final UserDetailsQuery query;
  private final UsersLanding landing;
  private final StatusQuarantine quarantine;
  private final CheckpointStore checkpoints;
  private final UsersPlan plan;
  private final String filterHash;
  private final UsersMetrics metrics;
  private final Clock clock;
  private final UsersProgressJson json = new UsersProgressJson();

  /**
   * @param filterHash of the filter the query asks with
   */
  public UsersDetailsDataset(
      OrgParts org,
      UserDetailsQuery query,
      UsersLanding landing,
      Quarantine quarantine,
      UsersPlan plan,
      String filterHash) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.query = query;
    this.landing = landing;
    this.quarantine = new StatusQuarantine(org.orgId(), quarantine);
    this.checkpoints = org.checkpoints();
    this.plan = plan;
    this.filterHash = filterHash;
    this.metrics = new UsersMetrics(org.metrics(), org.spoke().name());
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  /** When the last reading is a period old, and as long as anything is owed. */
  @Override
  public boolean isDue(Instant now) {
    JsonState state = state();
    return state
        .read()
        .map(stored -> json.read(state.key(), stored))
        .map(
            progress ->
                !progress.isComplete()
                    || !progress.filterHash().equals(filterHash)
                    || !now.isBefore(progress.readUpTo().plus(plan.settling()).plus(plan.period())))
        .orElse(true);
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    return new Run(state(), run).run();
  }

  private JsonState state() {
    return new JsonState(checkpoints, NAME + "/" + orgId);
  }

  /** One run: day by day, landing by landing. */
  private final class Run {
    private final JsonState state;
    private final DatasetRun run;
    private final Deadline readUntil;
    private final UserDayReader reader = new UserDayReader(query);
    private final UsersCounts counts = new UsersCounts();
    private final Set<LocalDate> failedDays = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<SpokefleetException> interruption = Optional.empty();
    private UsersProgress progress;

    Run(JsonState state, DatasetRun run) {
      this.state = state;
      this.run = run;
      this.readUntil = run.deadline().afterShare(plan.readingShare());
      this.progress = owed(run.request());
    }

    private UsersProgress owed(RunRequest request) {
      Instant upTo = clock.instant().minus(plan.settling()).truncatedTo(ChronoUnit.MILLIS);
      LocalDate today = UsersProgress.day(upTo);
      UsersProgress owed =
          state
              .read()
              .map(stored -> json.read(state.key(), stored))
              .map(stored -> stored.advancedTo(upTo, plan.overlap(), filterHash))
              .orElseGet(
                  () ->
                      UsersProgress.first(
                          upTo,
                          request
                              .days()
                              .map(days -> days.from().isAfter(today) ? today : days.from())
                              .orElse(today.minusDays(plan.historyDays())),
                          filterHash));
      if (request.days().isPresent()) {
        owed = owed.withDays(request.days().get().days());
      }
      return owed.position().map(UserDayPosition::resumed).map(owed::at).orElse(owed);
    }

    DatasetReport run() {
      Optional<UserDayPosition> next = progress.next(failedDays);
      while (next.isPresent() && canGoOn()) {
        read(next.get());
        next = progress.next(failedDays);
      }
      state.write(json.write(progress));
      metrics.record(counts, progress, clock.instant());
      return report();
    }

    private boolean canGoOn() {
      return interruption.isEmpty() && !readUntil.isPast();
    }

    /** Reads on in one day until its end, a landing's worth, or until it cannot go on; lands. */
    private void read(UserDayPosition from) {
      StatusBook book = new StatusBook();
      UserDayPosition position = from;
      boolean finished = false;
      while (!finished && canGoOn() && book.size() < plan.landAfter()) {
        Optional<UserDayReader.DayPage> read = page(position);
        if (read.isEmpty()) {
          break;
        }
        add(read.get().page(), book);
        switch (read.get().next()) {
          case UserDayReader.Next.Continue further -> {
            position = further.position();
            progress = progress.at(position);
          }
          case UserDayReader.Next.Finished end -> {
            finished = true;
            progress = progress.dayRead(from.day(), from.begunAt());
          }
          case UserDayReader.Next.Unreachable unreachable -> {
            finished = true;
            progress = progress.dayUnreachable(from.day());
            problems.add(
                "Cannot read all statuses of %s: the query pages through %d of about %d"
                    .formatted(from.day(), 2L * plan.maximumResults(), unreachable.totalHits()));
          }
        }
      }
      boolean whole =
          finished && from.isStart() && !progress.unreachableDays().contains(from.day());
      landing.land(from.day(), book, whole, Optional.empty(), progress, counts, run.fence());
      run.fence().check();
      state.write(json.write(progress));
    }

    private Optional<UserDayReader.DayPage> page(UserDayPosition position) {
      try {
        identity.require(readUntil);
        return Optional.of(reader.read(position, progress.readUpTo(), readUntil));
      } catch (SpokefleetException failure) {
        failedDays.add(position.day());
        stopOrGoOn(failure);
        return Optional.empty();
      }
    }

    private void add(UserDetailsPage page, StatusBook book) {
      counts.fetched(page);
      page.statuses()
          .forEach(
              status -> {
                if (!book.add(status)) {
                  counts.duplicate();
                }
              });
      quarantine.put(page);
    }

    /**
     * What fails for one day only is left for the next run and the rest goes on; what concerns
     * every request ends the reading. A second passing fault is taken for the latter.
     */
    private void stopOrGoOn(SpokefleetException failure) {
      boolean concernsAll =
          switch (failure.kind()) {
            case BAD_DATA -> false;
            case RETRYABLE -> !problems.isEmpty();
            case PERMANENT, CONFLICT, UNKNOWN_OUTCOME, THROTTLED, DEADLINE -> true;
          };
      if (concernsAll) {
        interruption = Optional.of(failure);
      }
      if (!concernsAll || !failure.kind().isPause()) {
        problems.add(String.valueOf(failure.getMessage()));
      }
    }

    private DatasetReport report() {
      Optional<String> message =
          problems.isEmpty()
              ? interruption.map(pause -> String.valueOf(pause.getMessage()))
              : Optional.of(String.join("; ", problems));
      DatasetStatus status =
          !problems.isEmpty()
              ? DatasetStatus.FAILED
              : progress.isComplete() ? DatasetStatus.COMPLETED : DatasetStatus.INCOMPLETE;
      return new DatasetReport(
          NAME,
          status,
          counts.fetched(),
          counts.landed(),
          counts.quarantined(),
          counts.partitionsChanged(),
          Optional.of(progress.watermark()),
          0,
          progress.owed().size(),
          message);
    }
  }
}
