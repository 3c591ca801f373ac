package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.JobMatching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which closed days of an org are still to be re-read by job. Immutable; every change is a pure
 * function. A day comes in when the availability date passes its end, is re-read once by overlap
 * and several times by start day, each time not before the availability date has passed the
 * scheduled instant, and leaves when its schedule is done. Of several re-readings that are due at
 * once only the latest is made, for it sees all that the others would.
 *
 * @param nextDay the first day that has not come in yet
 * @param days that have come in and have re-readings ahead
 * @param again days to be re-read by start day beyond their schedule, each once the availability
 *     date has passed an instant
 * @param jobs submitted and not done with
 * @param failures of work that is still wanted
 * @param available the availability date as last seen
 * @param surveyedAt when the lake was last looked through for days that want more
 */
record SettleProgress(
    LocalDate nextDay,
    NavigableMap<LocalDate, SettleDay> days,
    NavigableMap<LocalDate, Instant> again,
    List<SettleJob> jobs,
    List<SettleFailure> failures,
    Instant available,
    Instant surveyedAt) {

  SettleProgress {
    days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    again = Collections.unmodifiableNavigableMap(new TreeMap<>(again));
    jobs = List.copyOf(jobs);
    failures = List.copyOf(failures);
  }

  static SettleProgress from(LocalDate firstDay) {
    return new SettleProgress(
        firstDay,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /**
   * Genesys says that everything before {@code date} is available. Where that is earlier than it
   * was, nothing that is done is undone; what is ahead waits again, and what is being read is not
   * taken for whole.
   */
  SettleProgress looked(Instant date) {
    NavigableMap<LocalDate, SettleDay> more = new TreeMap<>(days);
    LocalDate next = nextDay;
    while (!startOf(next.plusDays(1)).isAfter(date)) {
      more.put(next, SettleDay.CLOSED);
      next = next.plusDays(1);
    }
    return new SettleProgress(
        next,
        more,
        again,
        jobs.stream().map(job -> job.knowing(date)).toList(),
        failures,
        date,
        surveyedAt);
  }

  SettleProgress surveyed(Instant now) {
    return new SettleProgress(nextDay, days, again, jobs, failures, available, now);
  }

  /** A day of the past that was never settled gets its schedule; one that has it keeps it. */
  SettleProgress withPast(LocalDate day) {
    if (days.containsKey(day) || !day.isBefore(nextDay)) {
      return this;
    }
    NavigableMap<LocalDate, SettleDay> more = new TreeMap<>(days);
    more.put(day, SettleDay.PAST);
    return withDays(more);
  }

  /** The day is wanted once more, from data that is complete up to {@code needs}. */
  SettleProgress withAgain(LocalDate day, Instant needs) {
    Instant end = startOf(day.plusDays(1));
    NavigableMap<LocalDate, Instant> more = new TreeMap<>(again);
    more.merge(day, needs.isBefore(end) ? end : needs, SettleProgress::later);
    return withAgain(more);
  }

  /** Somebody asks for these days: they are wanted whatever came of them before. */
  SettleProgress asked(Collection<LocalDate> wanted, Instant needs) {
    List<SettleFailure> others =
        failures.stream().filter(failure -> !wanted.contains(failure.work().day())).toList();
    SettleProgress more =
        new SettleProgress(nextDay, days, again, jobs, others, available, surveyedAt);
    for (LocalDate day : wanted) {
      more = more.withAgain(day, needs);
    }
    return more;
  }

  /** Whether the day waits for a re-reading, now or later. */
  boolean isAhead(LocalDate day) {
    return !day.isBefore(nextDay) || days.containsKey(day) || again.containsKey(day);
  }

  /** Whether there is something to do or to look for. */
  boolean isDue(SettlePlan plan, Instant now) {
    return !jobs.isEmpty() || isSurveyDue(plan, now) || !due(plan, now).isEmpty();
  }

  boolean isSurveyDue(SettlePlan plan, Instant now) {
    return !now.isBefore(surveyedAt.plus(plan.period()));
  }

  /** What a job may be submitted for now, in order of urgency. */
  List<SettleWork> due(SettlePlan plan, Instant now) {
    return Stream.of(
            again.descendingMap().keySet().stream().flatMap(day -> dueStartDay(plan, day)),
            days.descendingMap().keySet().stream().flatMap(day -> dueOverlap(plan, day)),
            days.descendingMap().keySet().stream().flatMap(day -> dueStartDay(plan, day)))
        .flatMap(works -> works)
        .distinct()
        .filter(work -> jobs.stream().noneMatch(job -> job.work().concernsSame(work)))
        .filter(work -> mayTry(plan, work, now))
        .toList();
  }

  private Stream<SettleWork> dueOverlap(SettlePlan plan, LocalDate day) {
    Instant needs = startOf(day.plusDays(plan.overlapAfter()));
    boolean due = !stateOf(day).overlapRead() && !needs.isAfter(available);
    return due ? Stream.of(new SettleWork(day, JobMatching.OVERLAP, needs)) : Stream.empty();
  }

  /** The latest of all re-readings by start day that are due, scheduled or not. */
  private Stream<SettleWork> dueStartDay(SettlePlan plan, LocalDate day) {
    Stream<Instant> scheduled =
        days.containsKey(day)
            ? plan.startDayAfter().stream()
                .skip(stateOf(day).startDayReads())
                .map(after -> startOf(day.plusDays(after)))
            : Stream.empty();
    return Stream.concat(scheduled, Optional.ofNullable(again.get(day)).stream())
        .filter(needs -> !needs.isAfter(available))
        .max(Comparator.naturalOrder())
        .map(needs -> new SettleWork(day, JobMatching.START_DAY, needs))
        .stream();
  }

  private SettleDay stateOf(LocalDate day) {
    return days.getOrDefault(day, SettleDay.PAST);
  }

  private boolean mayTry(SettlePlan plan, SettleWork work, Instant now) {
    return failures.stream()
        .filter(failure -> isAbout(failure, work))
        .noneMatch(failure -> failure.isGivenUp(plan) || now.isBefore(failure.notBefore()));
  }

  /** Work that needs newer data is another try, whatever became of the older. */
  private static boolean isAbout(SettleFailure failure, SettleWork work) {
    return failure.work().concernsSame(work) && !work.needs().isAfter(failure.work().needs());
  }

  SettleProgress submitted(SettleJob job) {
    List<SettleJob> more = new ArrayList<>(jobs);
    more.add(job);
    return withJobs(more);
  }

  /** The job's result is landed further than before. */
  SettleProgress landed(SettleJob job) {
    return withJobs(
        jobs.stream().map(other -> other.jobId().equals(job.jobId()) ? job : other).toList());
  }

  /**
   * The job's whole result is landed: every re-reading that asks for no more than the job knows is
   * done. Nothing is where it knows less than its own work needs.
   */
  SettleProgress done(SettlePlan plan, SettleJob job) {
    SettleProgress rest = without(job);
    SettleWork work = job.work();
    if (job.knows().isBefore(work.needs())) {
      return rest;
    }
    NavigableMap<LocalDate, Instant> stillAgain = new TreeMap<>(again);
    NavigableMap<LocalDate, SettleDay> still = new TreeMap<>(days);
    LocalDate day = work.day();
    if (work.matching() == JobMatching.START_DAY) {
      stillAgain.computeIfPresent(day, (_, wanted) -> wanted.isAfter(job.knows()) ? wanted : null);
    }
    if (days.containsKey(day)) {
      SettleDay state = after(plan, days.get(day), job);
      if (state.isDone(plan)) {
        still.remove(day);
      } else {
        still.put(day, state);
      }
    }
    return new SettleProgress(
        nextDay,
        still,
        stillAgain,
        rest.jobs,
        failures.stream().filter(failure -> !failure.work().concernsSame(work)).toList(),
        available,
        surveyedAt);
  }

  private static SettleDay after(SettlePlan plan, SettleDay state, SettleJob job) {
    if (job.work().matching() == JobMatching.OVERLAP) {
      return new SettleDay(true, state.startDayReads());
    }
    int reads =
        (int)
            plan.startDayAfter().stream()
                .filter(days -> !startOf(job.work().day().plusDays(days)).isAfter(job.knows()))
                .count();
    return new SettleDay(state.overlapRead(), Math.max(state.startDayReads(), reads));
  }

  /** The job is not wanted any more, and its work is as it was before. */
  SettleProgress forgotten(SettleJob job) {
    return without(job);
  }

  /** The job came to nothing; its work waits, longer each time, and is given up in the end. */
  SettleProgress failed(SettlePlan plan, SettleJob job, String reason, Instant now) {
    SettleWork work = job.work();
    int before =
        failures.stream()
            .filter(failure -> isAbout(failure, work))
            .mapToInt(SettleFailure::times)
            .max()
            .orElse(0);
    List<SettleFailure> more =
        new ArrayList<>(
            failures.stream().filter(failure -> !failure.work().concernsSame(work)).toList());
    Duration pause = plan.pauseAfter(before + 1);
    more.add(new SettleFailure(work, before + 1, now.plus(pause), reason));
    SettleProgress rest = without(job);
    return new SettleProgress(nextDay, days, again, rest.jobs, more, available, surveyedAt);
  }

  List<SettleFailure> givenUp(SettlePlan plan) {
    return failures.stream().filter(failure -> failure.isGivenUp(plan)).toList();
  }

  private SettleProgress without(SettleJob job) {
    return withJobs(jobs.stream().filter(other -> !other.jobId().equals(job.jobId())).toList());
  }

  private SettleProgress withJobs(List<SettleJob> changed) {
    return new SettleProgress(nextDay, days, again, changed, failures, available, surveyedAt);
  }

  private SettleProgress withDays(NavigableMap<LocalDate, SettleDay> changed) {
    return new SettleProgress(nextDay, changed, again, jobs, failures, available, surveyedAt);
  }

  private SettleProgress withAgain(NavigableMap<LocalDate, Instant> changed) {
    return new SettleProgress(nextDay, days, changed, jobs, failures, available, surveyedAt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
