package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.conversation.DetailsWindow;
import com.spokefleet.genesys.http.Deadline;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads all ended conversations of one UTC start day, from its first to its last. Where the API's
 * paging cap cuts that off, it turns round and reads from the last one back, which doubles what a
 * day may hold. Stateless: a position is all there is to resume from.
 */
final class DayReader {
  private final ConversationDetailsQuery query;

  DayReader(ConversationDetailsQuery query) {
    this.query = query;
  }

  DayRead read(DayPosition position, Deadline deadline) {
    DetailsPage page = query.page(window(position), position.nextPage(), deadline);
    return new DayRead(page, next(position, page));
  }

  private DayRead.Next next(DayPosition position, DetailsPage page) {
    if (PageEnd.isPastEnd(page, position.nextPage(), query.pageSize())) {
      return new DayRead.Next.Finished();
    }
    if (position.turnedAt().isPresent()) {
      Instant met = position.turnedAt().get();
      if (starts(page).anyMatch(start -> start.isBefore(met))) {
        return new DayRead.Next.Finished();
      }
    }
    if (position.nextPage() < query.lastPage()) {
      return new DayRead.Next.Continue(position.advanced());
    }
    Optional<Instant> latest = starts(page).max(Instant::compareTo);
    if (position.turnedAt().isEmpty() && latest.isPresent()) {
      return new DayRead.Next.Continue(position.turned(latest.get()));
    }
    return new DayRead.Next.Unreachable(page.totalHits().orElse(0));
  }

  private static Stream<Instant> starts(DetailsPage page) {
    return page.records().stream()
        .filter(DetailsRecord.Decoded.class::isInstance)
        .map(record -> ((DetailsRecord.Decoded) record).conversation().start());
  }

  private static DetailsWindow window(DayPosition position) {
    DetailsOrder order =
        position.turnedAt().isPresent()
            ? DetailsOrder.CONVERSATION_START_DESCENDING
            : DetailsOrder.CONVERSATION_START_ASCENDING;
    return StartDayWindow.of(position.day(), order, ConversationState.ENDED);
  }
}
