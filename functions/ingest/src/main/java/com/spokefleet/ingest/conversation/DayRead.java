package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.DetailsPage;

/** One page of a start day, and what is to be done next. */
record DayRead(DetailsPage page, Next next) {
  sealed interface Next {
    record Continue(DayPosition position) implements Next {}

    /** The day has been read whole. */
    record Finished() implements Next {}

    /** Both ends were read as far as paging goes, and rows are left in the middle. */
    record Unreachable(long totalHits) implements Next {}
  }
}
