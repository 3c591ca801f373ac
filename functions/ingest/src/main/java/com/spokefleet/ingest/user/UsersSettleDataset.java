package com.spokefleet.ingest.user;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.job.JobState;
import com.spokefleet.genesys.user.UserDetailsJobs;
import com.spokefleet.genesys.user.UserDetailsOrder;
import com.spokefleet.genesys.user.UserDetailsPage;
import com.spokefleet.genesys.user.UserDetailsWindow;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads closed days of statuses again by job, across runs: one job at a time, submitted in one run
 * and read in a later one. Jobs add what the query cannot give: Genesys' word that the day is
 * complete, and days with more statuses than the query pages through.
 */
public final class UsersSettleDataset implements Dataset {
  public static final String NAME = "users-settle";

  private static final Duration PERIOD = Duration.ofHours(1);

  private final String orgId;
  private final OrgIdentity identity;
  private final UserDetailsJobs jobs;
  private final UsersLanding landing;
  private final StatusQuarantine quarantine;
  private final CheckpointStore checkpoints;
  private final UsersPlan plan;
  private final String filterHash;
  private final Clock clock;
  private final UsersProgressJson progressJson = new UsersProgressJson();
  private final UsersSettlingJson settlingJson = new UsersSettlingJson();

  public UsersSettleDataset(
      OrgParts org,
      UserDetailsJobs jobs,
      UsersLanding landing,
      Quarantine quarantine,
      UsersPlan plan,
      String filterHash) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.jobs = jobs;
    this.landing = landing;
    this.quarantine = new StatusQuarantine(org.orgId(), quarantine);
    this.checkpoints = org.checkpoints();
    this.plan = plan;
    this.filterHash = filterHash;
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  /** While a job is at work, and hourly while a day could be read again. */
  @Override
  public boolean isDue(Instant now) {
    Optional<UsersProgress> progress = progress(progressState());
    if (progress.isEmpty()) {
      return false;
    }
    UsersSettling settling = settling(settlingState());
    return settling.job().isPresent()
        || !now.isBefore(settling.checkedAt().plus(PERIOD))
            && settling
                .next(progress.get().firstDay(), UsersProgress.day(now), now, now)
                .isPresent();
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    return new Run(run).run();
  }

  private JsonState progressState() {
    return new JsonState(checkpoints, UsersDetailsDataset.NAME + "/" + orgId);
  }

  private JsonState settlingState() {
    return new JsonState(checkpoints, NAME + "/" + orgId);
  }

  private Optional<UsersProgress> progress(JsonState state) {
    return state.read().map(stored -> progressJson.read(state.key(), stored));
  }

  private UsersSettling settling(JsonState state) {
    return state
        .read()
        .map(stored -> settlingJson.read(state.key(), stored))
        .orElse(UsersSettling.NOTHING);
  }

  /** One run: reads the job that is done, then submits the next. */
  private final class Run {
    private final DatasetRun run;
    private final JsonState progressState = progressState();
    private final JsonState settlingState = settlingState();
    private final Optional<UsersProgress> known = progress(progressState);
    private final UsersCounts counts = new UsersCounts();
    private final List<String> problems = new ArrayList<>();
    private UsersSettling settling = settling(settlingState);
    private Optional<String> pause = Optional.empty();
    private boolean interrupted;

    Run(DatasetRun run) {
      this.run = run;
    }

    DatasetReport run() {
      if (known.isEmpty() || !known.get().filterHash().equals(filterHash)) {
        return DatasetReport.incomplete(NAME, "users details are still being read");
      }
      Deadline deadline = run.deadline().afterShare(plan.readingShare());
      try {
        identity.require(deadline);
        if (settling.job().isPresent()) {
          goOn(settling.job().get(), deadline);
        }
        if (settling.job().isEmpty()) {
          submit(deadline);
        }
      } catch (SpokefleetException failure) {
        switch (failure.kind()) {
          case CONFLICT -> throw failure;
          case THROTTLED, DEADLINE -> {
            interrupted = true;
            pause = Optional.of(String.valueOf(failure.getMessage()));
          }
          case PERMANENT, BAD_DATA, RETRYABLE, UNKNOWN_OUTCOME ->
              problems.add(String.valueOf(failure.getMessage()));
        }
      }
      settlingState.write(settlingJson.write(settling));
      return report();
    }

    private void goOn(UsersSettling.Job job, Deadline deadline) {
      JobState state = jobs.status(job.id(), deadline).state();
      switch (state) {
        case QUEUED, PENDING -> pause = Optional.of("the job for " + job.day() + " is at work");
        case FULFILLED -> land(job, deadline);
        case FAILED, CANCELLED, EXPIRED, UNKNOWN -> {
          settling = settling.failed(job);
          if (settling.failures().getOrDefault(job.day(), 0) >= UsersSettling.MOST_FAILURES) {
            problems.add(
                "Cannot settle the statuses of %s: %d jobs in a row ended %s"
                    .formatted(job.day(), UsersSettling.MOST_FAILURES, state));
          }
        }
      }
    }

    private void land(UsersSettling.Job job, Deadline deadline) {
      StatusBook book = new StatusBook();
      Optional<String> cursor = Optional.empty();
      Instant available = Instant.MAX;
      do {
        UserDetailsPage page = jobs.results(job.id(), cursor, deadline);
        counts.fetched(page);
        page.statuses().forEach(status -> count(book.add(status)));
        quarantine.put(page);
        Instant told = page.dataAvailabilityDate().orElse(available);
        available = told.isBefore(available) ? told : available;
        cursor = page.cursor();
      } while (cursor.isPresent());
      if (available.isBefore(UsersProgress.startOf(job.day().plusDays(1)))) {
        // The date moved back since the job was submitted: its result is a part of the day.
        settling = settling.dropped();
        pause = Optional.of("the job for " + job.day() + " saw data up to " + available + " only");
        return;
      }
      UsersProgress progress = known.orElseThrow().settled(job.day());
      landing.land(
          job.day(),
          book,
          true,
          Optional.of(new SettledBy(available, job.stage() == UsersSettling.LAST)),
          progress,
          counts,
          run.fence());
      run.fence().check();
      progressState.write(progressJson.write(progress));
      settling = settling.read(job);
    }

    private void count(boolean isNew) {
      if (!isNew) {
        counts.duplicate();
      }
    }

    private void submit(Deadline deadline) {
      Instant now = clock.instant();
      Instant available = jobs.availability(deadline);
      settling = settling.checked(now);
      Optional<LocalDate> next =
          settling.next(known.orElseThrow().firstDay(), UsersProgress.day(now), available, now);
      if (next.isPresent()) {
        LocalDate day = next.get();
        UserDetailsWindow window =
            new UserDetailsWindow(
                UsersProgress.startOf(day),
                UsersProgress.startOf(day.plusDays(1)).minusMillis(1),
                UserDetailsOrder.ASCENDING);
        settling =
            settling.submitted(
                new UsersSettling.Job(
                    jobs.submit(window, deadline),
                    day,
                    UsersSettling.stageDue(day, available, now)));
      }
    }

    /** A job at work is nothing this run could wait for, so it does not make it incomplete. */
    private DatasetReport report() {
      DatasetStatus status =
          !problems.isEmpty()
              ? DatasetStatus.FAILED
              : interrupted ? DatasetStatus.INCOMPLETE : DatasetStatus.COMPLETED;
      return new DatasetReport(
          NAME,
          status,
          counts.fetched(),
          counts.landed(),
          counts.quarantined(),
          counts.partitionsChanged(),
          Optional.empty(),
          0,
          settling.job().isPresent() ? 1 : 0,
          problems.isEmpty() ? pause : Optional.of(String.join("; ", problems)));
    }
  }
}
