package com.spokefleet.ingest.user;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.user.UserDetailsOrder;
import com.spokefleet.genesys.user.UserDetailsPage;
import com.spokefleet.genesys.user.UserDetailsQuery;
import com.spokefleet.genesys.user.UserDetailsWindow;
import com.spokefleet.normalize.user.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Reads all statuses the platform keeps under one UTC day, page by page: those that started on it,
 * and those of earlier days that ended on it. Where the API's paging cap cuts that off, it turns
 * round and reads from the last one back, which doubles what a day may hold. A position is all
 * there is to resume from.
 */
final class UserDayReader {
  /** Pages without anything in a row after which a total that promises more is not believed. */
  private static final int MOST_EMPTY_PAGES = 3;

  private final UserDetailsQuery query;
  private int emptyPages;

  UserDayReader(UserDetailsQuery query) {
    this.query = query;
  }

  /** One page, and what is to be done next. */
  record DayPage(UserDetailsPage page, Next next) {}

  sealed interface Next {
    record Continue(UserDayPosition position) implements Next {}

    /** The day has been read to its end. */
    record Finished() implements Next {}

    /** Both ends were read as far as paging goes, and statuses are left in the middle. */
    record Unreachable(long totalHits) implements Next {}
  }

  DayPage read(UserDayPosition position, Instant upTo, Deadline deadline) {
    UserDetailsPage page = query.page(window(position, upTo), position.nextPage(), deadline);
    emptyPages = page.isEmpty() ? emptyPages + 1 : 0;
    return new DayPage(page, next(position, page));
  }

  private Next next(UserDayPosition position, UserDetailsPage page) {
    if (page.isEmpty() && (isPastTotal(position, page) || emptyPages >= MOST_EMPTY_PAGES)) {
      emptyPages = 0;
      return new Next.Finished();
    }
    if (position.turnedAt().isPresent()) {
      Instant met = position.turnedAt().get();
      if (page.statuses().stream().anyMatch(status -> status.start().isBefore(met))) {
        return new Next.Finished();
      }
    }
    if (position.nextPage() < query.lastPage()) {
      return new Next.Continue(position.advanced());
    }
    Optional<Instant> latest =
        page.statuses().stream().map(UserStatus::start).max(Comparator.naturalOrder());
    if (position.turnedAt().isEmpty() && latest.isPresent()) {
      return new Next.Continue(position.turned(latest.get()));
    }
    return new Next.Unreachable(page.totalHits().orElse(0));
  }

  /**
   * Short pages are normal, and so is one whose rows were all second copies; the end is an empty
   * one the total agrees with.
   */
  private boolean isPastTotal(UserDayPosition position, UserDetailsPage page) {
    return (position.nextPage() - 1L) * query.pageSize() >= page.totalHits().orElse(0);
  }

  private static UserDetailsWindow window(UserDayPosition position, Instant upTo) {
    LocalDate day = position.day();
    // A millisecond early, so that it does not touch the next day.
    Instant end = UsersProgress.startOf(day.plusDays(1)).minusMillis(1);
    Instant start = UsersProgress.startOf(day);
    Instant to = upTo.isBefore(end) && upTo.isAfter(start) ? upTo : end;
    UserDetailsOrder order =
        position.turnedAt().isPresent() ? UserDetailsOrder.DESCENDING : UserDetailsOrder.ASCENDING;
    return new UserDetailsWindow(start, to, order);
  }
}
