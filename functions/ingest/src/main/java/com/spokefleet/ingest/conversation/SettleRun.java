package com.spokefleet.ingest.conversation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.job.JobState;
import com.spokefleet.genesys.job.JobStatus;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of settling: asks how jobs go, lands what they return, submits new ones, and stores after
 * every step what is so. It never waits for a job. For one thread.
 */
final class SettleRun {
  private final Parts parts;
  private final OrgIdentity identity;
  private final DatasetRun run;
  private final Deadline readUntil;
  private final JsonState state;
  private final JsonState detailsState;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final ReadCounts counts = new ReadCounts();
  private SettleProgress progress;
  private ConversationProgress details;
  private boolean paused;
  private boolean stopped;
  private long settled;

  /**
   * What all runs of one org share.
   *
   * @param looksForDays whether the run finds days by itself; else only those asked for are read
   */
  record Parts(
      ConversationSource source,
      ConversationBuffers buffers,
      SettleLanding landing,
      SettlePlan plan,
      QueryFilter filter,
      Metrics metrics,
      Dimensions dimensions,
      boolean looksForDays,
      Clock clock) {}

  SettleRun(
      Parts parts,
      OrgIdentity identity,
      DatasetRun run,
      Deadline readUntil,
      JsonState state,
      SettleProgress progress,
      JsonState detailsState,
      ConversationProgress details) {
    this.parts = parts;
    this.identity = identity;
    this.run = run;
    this.readUntil = readUntil;
    this.state = state;
    this.progress = progress;
    this.detailsState = detailsState;
    this.details = details;
  }

  void run() {
    attempt(() -> identity.require(run.deadline()));
    attempt(this::look);
    for (SettleJob job : progress.jobs()) {
      attempt(() -> serve(job));
    }
    attempt(this::submit);
    tellGivenUp();
  }

  /**
   * What goes wrong with one step leaves the others; what concerns every request, or has no time
   * left, ends the run.
   */
  private void attempt(Runnable step) {
    if (stopped) {
      return;
    }
    try {
      step.run();
    } catch (SpokefleetException failure) {
      switch (failure.kind()) {
        case CONFLICT -> throw failure;
        case THROTTLED, DEADLINE -> {
          paused = true;
          stopped = true;
          notes.add(String.valueOf(failure.getMessage()));
        }
        case RETRYABLE, PERMANENT, BAD_DATA, UNKNOWN_OUTCOME -> {
          stopped = failure.kind() != FailureKind.BAD_DATA;
          problems.add(String.valueOf(failure.getMessage()));
        }
      }
    }
  }

  private void serve(SettleJob job) {
    if (!job.filterHash().equals(parts.filter().hash())) {
      cancel(job);
      store(progress.forgotten(job));
      return;
    }
    JobStatus status;
    try {
      status = parts.source().status(job.jobId(), patience());
    } catch (SpokefleetException failure) {
      if (!SettleReader.isRefused(failure)) {
        throw failure;
      }
      failed(job, JobState.EXPIRED, String.valueOf(failure.getMessage()));
      return;
    }
    switch (status.state()) {
      case FULFILLED -> read(job);
      case FAILED, CANCELLED, EXPIRED ->
          failed(
              job,
              status.state(),
              "job "
                  + job.jobId()
                  + " is "
                  + status.stateText()
                  + status.errorMessage().map(message -> ": " + message).orElse(""));
      case QUEUED, PENDING, UNKNOWN -> {
        Duration age = Duration.between(job.submittedAt(), now());
        if (age.compareTo(parts.plan().stuckAfter()) > 0) {
          cancel(job);
          failed(
              job,
              status.state(),
              "job %s is still %s after %d h"
                  .formatted(job.jobId(), status.stateText(), age.toHours()));
        }
      }
    }
  }

  private void read(SettleJob job) {
    boolean replaces = parts.landing().replaces(job);
    long landAfter = replaces ? Long.MAX_VALUE : parts.plan().landAfter();
    SettleReader reader = new SettleReader(parts.source(), job);
    SettleJob current = job;
    SettleReader.Stop stop;
    do {
      try (ConversationBuffer buffer = parts.buffers().openWithAttributes(counts)) {
        stop = reader.fill(buffer, landAfter, readUntil);
        current = current.knowing(reader.knows());
        boolean ended = stop instanceof SettleReader.Stop.End;
        long returned = buffer.batch().units(job.work().day()) + buffer.poison(job.work().day());
        long poison = buffer.poison(job.work().day());
        parts.landing().land(buffer, current, replaces && ended, details, counts, run.fence());
        // What replaces a day is read at a stretch, for only a whole result tells what must go.
        if (!replaces || ended) {
          current = current.landedTo(reader.cursor(), returned, poison);
        }
      }
      run.fence().check();
      switch (stop) {
        case SettleReader.Stop.End _ -> finished(current);
        case SettleReader.Stop.Full _ -> store(progress.landed(current));
        case SettleReader.Stop.Broken broken ->
            failed(current, JobState.FULFILLED, broken.reason());
        case SettleReader.Stop.Pause pause -> {
          store(progress.landed(current));
          paused = true;
          stopped = true;
          if (pause.why().isPresent()) {
            throw pause.why().get();
          }
        }
      }
    } while (stop instanceof SettleReader.Stop.Full);
  }

  private void finished(SettleJob job) {
    SettleWork work = job.work();
    if (job.knows().isBefore(work.needs())) {
      if (progress.available().isBefore(work.needs())) {
        notes.add(work + " waits again: the availability date moved back to " + job.knows());
        store(progress.done(parts.plan(), job));
      } else {
        failed(job, JobState.FULFILLED, "its result reaches only up to " + job.knows());
      }
      return;
    }
    switch (work.matching()) {
      case OVERLAP -> store(progress.done(parts.plan(), job));
      case START_DAY -> {
        ConversationProgress without = details.settled(work.day());
        boolean proven = parts.landing().prove(job, without, run.fence());
        if (!proven) {
          failed(
              job,
              JobState.FULFILLED,
              "the lake holds fewer conversations than the " + job.returned() + " it returned");
          return;
        }
        if (!without.equals(details)) {
          run.fence().check();
          detailsState.write(new ProgressJson().write(without));
          details = without;
        }
        settled++;
        parts.metrics().count(MetricName.DAYS_SETTLED, 1, parts.dimensions());
        store(progress.done(parts.plan(), job));
      }
    }
  }

  private void failed(SettleJob job, JobState jobState, String reason) {
    parts.metrics().count(MetricName.JOBS_FAILED, 1, parts.dimensions().reason(jobState.name()));
    notes.add(job.work() + ": " + reason);
    store(progress.failed(parts.plan(), job, reason, now()));
  }

  private void look() {
    if (!progress.isDue(parts.plan(), now()) && !isAsked()) {
      return;
    }
    Instant before = progress.available();
    Instant available = parts.source().availability(patience());
    if (available.isBefore(before)) {
      notes.add("the availability date moved back from " + before + " to " + available);
    }
    SettleProgress looked = progress.looked(available);
    if (isAsked()) {
      looked = looked.asked(run.request().days().orElseThrow().days(), Instant.EPOCH);
    }
    if (parts.looksForDays() && looked.isSurveyDue(parts.plan(), now())) {
      SettleSurvey survey = new SettleSurvey(parts.filter(), details);
      looked = survey.of(looked, parts.landing().conversations()).surveyed(now());
    }
    store(looked);
  }

  private void tellGivenUp() {
    List<SettleFailure> givenUp = progress.givenUp(parts.plan());
    parts.metrics().count(MetricName.JOBS_GIVEN_UP, givenUp.size(), parts.dimensions());
    for (SettleFailure failure : givenUp) {
      problems.add(
          "Cannot settle %s: given up after %d jobs, the last because %s"
              .formatted(failure.work(), failure.times(), failure.reason()));
    }
  }

  private void submit() {
    for (SettleWork work : progress.due(parts.plan(), now())) {
      if (progress.jobs().size() >= parts.plan().jobsAtOnce() || readUntil.isPast()) {
        return;
      }
      // A job whose id does not reach the state only reads, and expires by itself.
      String id = parts.source().submit(work.request(parts.filter()), patience());
      parts.metrics().count(MetricName.JOBS_SUBMITTED, 1, parts.dimensions());
      store(
          progress.submitted(
              SettleJob.submitted(work, id, parts.filter().hash(), now(), progress.available())));
    }
  }

  private void cancel(SettleJob job) {
    try {
      parts.source().cancel(job.jobId(), patience());
    } catch (SpokefleetException failure) {
      // It expires by itself; what matters is that it is not waited for any more.
      notes.add(String.valueOf(failure.getMessage()));
    }
  }

  private void store(SettleProgress changed) {
    run.fence().check();
    progress = changed;
    state.write(new SettleProgressJson().write(changed));
  }

  /** Calls that only ask must not use up a run's time where Genesys makes them wait. */
  private Deadline patience() {
    Duration left = run.deadline().remaining();
    Duration patience = parts.plan().patience();
    return Deadline.after(left.compareTo(patience) < 0 ? left : patience, run.deadline().clock());
  }

  private boolean isAsked() {
    return run.request().days().isPresent()
        && run.request().datasets().contains(ConversationSettleDataset.NAME);
  }

  private Instant now() {
    return parts.clock().instant();
  }

  SettleProgress progress() {
    return progress;
  }

  ReadCounts counts() {
    return counts;
  }

  long settled() {
    return settled;
  }

  boolean isPaused() {
    return paused;
  }

  boolean hasProblem() {
    return !problems.isEmpty();
  }

  Optional<String> message() {
    List<String> all = new ArrayList<>(problems);
    all.addAll(notes);
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }
}
