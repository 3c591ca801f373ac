package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.DetailsPage;

/** Tells the end of the results from a hole in them. */
final class PageEnd {
  private PageEnd() {}

  /**
   * Short pages are normal (the API drops duplicates from them), so only an empty page can be the
   * end, and only where the total agrees. The total is approximate: too high costs a few more empty
   * pages, too low costs nothing.
   */
  static boolean isPastEnd(DetailsPage page, int number, int pageSize) {
    return page.records().isEmpty() && (long) (number - 1) * pageSize >= page.totalHits().orElse(0);
  }
}
