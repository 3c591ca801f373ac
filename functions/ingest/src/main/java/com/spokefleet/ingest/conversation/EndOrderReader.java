package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.conversation.DetailsWindow;
import com.spokefleet.genesys.http.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads conversations newest-ended first. The query selects by start day and is ordered by end, so
 * a page's earliest end tells how far down everything has been read; asking for pages in this order
 * costs only the pages that hold something new. Not thread-safe.
 */
final class EndOrderReader {
  /**
   * Ranges are read at most this much at a time, because each query looks back from the end of its
   * own range: a conversation that ended early in a wide range may have started before the
   * look-back of its end.
   */
  private static final Duration STRIDE = Duration.ofDays(1);

  private static final DetailsPage NOTHING =
      new DetailsPage(OptionalLong.empty(), true, List.of(), Map.of());

  private final ConversationDetailsQuery query;
  private final Duration lookback;
  private @Nullable Cursor cursor;

  EndOrderReader(ConversationDetailsQuery query, Duration lookback) {
    this.query = query;
    this.lookback = lookback;
  }

  /** Reads the next page of the newest part of the range. */
  PageRead read(TimeRange range, Deadline deadline) {
    Cursor current = cursorFor(range);
    Located located = locate(current, range.to(), deadline);
    if (located.beyondCap()) {
      cursor = null;
      return new PageRead(located.page(), Optional.empty(), true);
    }
    boolean finished = PageEnd.isPastEnd(located.page(), located.number(), query.pageSize());
    Instant lowest =
        lowestEnd(located.page()).filter(end -> end.isBefore(range.to())).orElse(range.to());
    Instant reached = lowest.plusMillis(1);
    Instant coveredFrom = finished || reached.isBefore(current.floor()) ? current.floor() : reached;
    cursor =
        finished
            ? null
            : new Cursor(current.window(), current.floor(), located.number() + 1, lowest);
    return new PageRead(
        located.page(),
        coveredFrom.isBefore(range.to())
            ? Optional.of(new TimeRange(coveredFrom, range.to()))
            : Optional.empty(),
        false);
  }

  private Cursor cursorFor(TimeRange range) {
    Cursor current = cursor;
    if (current != null
        && !range.to().isAfter(current.lowest().plusMillis(1))
        && range.to().isAfter(current.floor())) {
      return current;
    }
    DetailsWindow window =
        new DetailsWindow(
            range.to().minus(lookback),
            range.to(),
            DetailsOrder.CONVERSATION_END_DESCENDING,
            ConversationState.ENDED);
    return new Cursor(window, range.to().minus(STRIDE), 1, range.to());
  }

  /**
   * The first page from the cursor on that reaches below {@code top}. In the ordinary case that is
   * the very next one; for an old gap it is found in a logarithmic number of requests.
   */
  private Located locate(Cursor current, Instant top, Deadline deadline) {
    int last = query.lastPage();
    int above = current.nextPage() - 1;
    int step = 1;
    Located found;
    while (true) {
      int number = Math.min(above + step, last);
      if (number <= above) {
        return new Located(above, NOTHING, true);
      }
      DetailsPage page = query.page(current.window(), number, deadline);
      if (reaches(page, top)) {
        found = new Located(number, page, false);
        break;
      }
      above = number;
      step *= 2;
    }
    while (found.number() - above > 1) {
      int middle = above + (found.number() - above) / 2;
      DetailsPage page = query.page(current.window(), middle, deadline);
      if (reaches(page, top)) {
        found = new Located(middle, page, false);
      } else {
        above = middle;
      }
    }
    return found;
  }

  private static boolean reaches(DetailsPage page, Instant top) {
    return lowestEnd(page).map(end -> end.isBefore(top)).orElse(true);
  }

  private static Optional<Instant> lowestEnd(DetailsPage page) {
    Instant lowest = null;
    for (DetailsRecord record : page.records()) {
      if (record instanceof DetailsRecord.Decoded decoded) {
        Instant end = decoded.conversation().end();
        if (end != null && (lowest == null || end.isBefore(lowest))) {
          lowest = end;
        }
      }
    }
    return Optional.ofNullable(lowest);
  }

  /**
   * @param floor ends before this need a query that looks further back
   * @param lowest the earliest end seen so far
   */
  private record Cursor(DetailsWindow window, Instant floor, int nextPage, Instant lowest) {}

  private record Located(int number, DetailsPage page, boolean beyondCap) {}
}
