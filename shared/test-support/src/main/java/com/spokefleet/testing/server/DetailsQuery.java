package com.spokefleet.testing.server;

import java.util.List;

/**
 * A details query as understood; days are epoch days, both included.
 *
 * @param key the body without its paging: equal for all pages of one walk
 */
record DetailsQuery(
    String key,
    long firstDay,
    long lastDay,
    Order order,
    OrderBy orderBy,
    int pageNumber,
    int pageSize,
    List<QueryFilter> conversationFilters,
    List<QueryFilter> segmentFilters) {

  enum Order {
    ASCENDING,
    DESCENDING
  }

  enum OrderBy {
    START,
    END
  }
}
