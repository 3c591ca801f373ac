package com.spokefleet.testing.server;

import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.util.List;

/**
 * A users details query as understood; days are epoch days, both included.
 *
 * @param key the body without its paging: equal for all pages of one walk
 */
record UsersDetailsQuery(
    String key,
    long firstDay,
    long lastDay,
    boolean descending,
    int pageNumber,
    int pageSize,
    List<QueryFilter> userFilters,
    List<QueryFilter> presenceFilters,
    List<QueryFilter> routingStatusFilters) {

  /** Filters of one kind restrict the statuses of their kind; user filters restrict all. */
  boolean admits(GeneratedStatus status) {
    List<QueryFilter> ofKind =
        status.kind() == TrueStatus.Kind.PRESENCE ? presenceFilters : routingStatusFilters;
    return hold(userFilters, status) && hold(ofKind, status);
  }

  private static boolean hold(List<QueryFilter> filters, GeneratedStatus status) {
    return filters.stream()
        .allMatch(filter -> filter.holds(dimension -> values(status, dimension)));
  }

  private static List<String> values(GeneratedStatus status, String dimension) {
    return switch (dimension) {
      case "userId" -> List.of(status.userId());
      case "organizationPresenceId" ->
          status.organizationPresenceId() == null
              ? List.of()
              : List.of(status.organizationPresenceId());
      default -> List.of(status.value());
    };
  }
}
