package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.DetailsPage;
import java.util.Optional;

/**
 * One page, and the range of conversation ends that is fully read now that it is.
 *
 * @param covered empty while the page does not yet reach down to a whole millisecond of the range;
 *     reaches below the range where the page does, so that no row is asked for twice in one run
 * @param beyondCap the API's paging cap was met before the range was reached; the page adds nothing
 */
record PageRead(DetailsPage page, Optional<TimeRange> covered, boolean beyondCap) {}
