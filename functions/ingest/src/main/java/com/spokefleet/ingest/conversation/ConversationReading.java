package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, page by page, what to read next: gaps first, newest first; then whole days; then the
 * overlap once more. After every page its {@link #progress()} says what will be landed once that
 * page is. A range or day that cannot be read is left owed and the others go on. For one run and
 * one thread.
 */
final class ConversationReading {
  private final OrgIdentity identity;
  private final EndOrderReader byEnd;
  private final DayReader byDay;
  private final ReadPlan plan;
  private final List<TimeRange> failedRanges = new ArrayList<>();
  private final Set<LocalDate> failedDays = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private ConversationProgress progress;
  private Optional<SpokefleetException> interruption = Optional.empty();

  ConversationReading(
      OrgIdentity identity,
      EndOrderReader byEnd,
      DayReader byDay,
      ReadPlan plan,
      ConversationProgress progress) {
    this.identity = identity;
    this.byEnd = byEnd;
    this.byDay = byDay;
    this.plan = plan;
    this.progress = progress;
  }

  ConversationProgress progress() {
    return progress;
  }

  /** The next page; empty when nothing more is owed or can be read now. */
  Optional<DetailsPage> next(Deadline deadline) {
    while (interruption.isEmpty() && !deadline.isPast()) {
      Optional<Work> work = nextWork();
      if (work.isEmpty() || !isRightOrg(deadline)) {
        return Optional.empty();
      }
      Optional<DetailsPage> page =
          switch (work.get()) {
            case Work.Range range -> nextOf(range.range(), deadline);
            case Work.Day day -> nextOf(day.position(), deadline);
          };
      if (page.isPresent()) {
        return page;
      }
    }
    return Optional.empty();
  }

  /**
   * Nothing is read of an org that is not known to be the right one; not learning it ends the
   * reading.
   */
  private boolean isRightOrg(Deadline deadline) {
    try {
      identity.require(deadline);
      return true;
    } catch (SpokefleetException failure) {
      stop(failure);
      return false;
    }
  }

  private Optional<Work> nextWork() {
    Optional<Work> gap = readable(progress.gaps()).map(Work.Range::new);
    Optional<DayPosition> day = progress.nextDay(failedDays);
    return gap.or(() -> day.map(Work.Day::new))
        .or(() -> readable(progress.rechecks()).map(Work.Range::new));
  }

  private Optional<DetailsPage> nextOf(TimeRange range, Deadline deadline) {
    try {
      PageRead read = byEnd.read(range, deadline);
      if (read.beyondCap()) {
        progress = progress.readWhole(range, plan.lookback());
        return Optional.empty();
      }
      read.covered().ifPresent(covered -> progress = progress.covered(covered));
      return Optional.of(read.page());
    } catch (SpokefleetException failure) {
      failedRanges.add(range);
      stopOrGoOn(failure);
      return Optional.empty();
    }
  }

  private Optional<DetailsPage> nextOf(DayPosition position, Deadline deadline) {
    try {
      DayRead read = byDay.read(position, deadline);
      progress =
          switch (read.next()) {
            case DayRead.Next.Continue further -> progress.at(further.position());
            case DayRead.Next.Finished finished -> progress.dayRead(position.day());
            case DayRead.Next.Unreachable unreachable -> {
              problems.add(
                  "Cannot read all conversations that started on %s: the query pages through %d of about %d"
                      .formatted(position.day(), plan.reachablePerDay(), unreachable.totalHits()));
              yield progress.dayUnreachable(position.day());
            }
          };
      return Optional.of(read.page());
    } catch (SpokefleetException failure) {
      failedDays.add(position.day());
      stopOrGoOn(failure);
      return Optional.empty();
    }
  }

  /**
   * What fails for one range only is left for the next run and the rest goes on; what concerns
   * every request ends the reading. A second passing fault is taken for the latter: the org is
   * down.
   */
  private void stopOrGoOn(SpokefleetException failure) {
    boolean concernsAll =
        switch (failure.kind()) {
          case BAD_DATA -> false;
          case RETRYABLE -> !problems.isEmpty();
          case PERMANENT, CONFLICT, UNKNOWN_OUTCOME, THROTTLED, DEADLINE -> true;
        };
    if (concernsAll) {
      stop(failure);
    } else {
      problems.add(String.valueOf(failure.getMessage()));
    }
  }

  private void stop(SpokefleetException failure) {
    interruption = Optional.of(failure);
    if (!failure.kind().isPause()) {
      problems.add(String.valueOf(failure.getMessage()));
    }
  }

  private Optional<TimeRange> readable(List<TimeRange> ranges) {
    return ranges.stream()
        .filter(range -> failedRanges.stream().noneMatch(failed -> failed.overlaps(range)))
        .findFirst();
  }

  /** What could not be read, in words; empty if only time ran out. */
  Optional<String> problem() {
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  /** Why reading ended early although nothing is wrong, such as a spent rate limit. */
  Optional<String> pause() {
    return interruption
        .filter(failure -> failure.kind().isPause())
        .map(failure -> String.valueOf(failure.getMessage()));
  }

  private sealed interface Work {
    record Range(TimeRange range) implements Work {}

    record Day(DayPosition position) implements Work {}
  }
}
