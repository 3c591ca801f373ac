package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Reads the body of a users details query as strictly as the platform does. */
final class UsersDetailsQueryParser {
  private static final long DAY_MILLIS = 86_400_000;
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int LARGEST_PAGE = 100;
  private static final Set<String> FILTERS =
      Set.of("interval", "order", "userFilters", "presenceFilters", "routingStatusFilters");

  /** A query of the synchronous kind, with its paging. */
  UsersDetailsQuery parse(byte[] text) throws BadQueryException {
    JsonNode body = DetailsQueryParser.read(text);
    JsonNode paging = body.path("paging");
    DetailsQueryParser.requireKnown(paging, Set.of("pageNumber", "pageSize"));
    ObjectNode unpaged = ((ObjectNode) body).deepCopy();
    unpaged.remove("paging");
    return parse(
        unpaged,
        DetailsQueryParser.number(paging, "pageNumber", 1, Integer.MAX_VALUE),
        DetailsQueryParser.number(paging, "pageSize", DEFAULT_PAGE_SIZE, LARGEST_PAGE));
  }

  /** A job has no paging; the interval's limit is taken to be that of the query. */
  UsersDetailsQuery parseJob(byte[] text) throws BadQueryException {
    ObjectNode body = ((ObjectNode) DetailsQueryParser.read(text)).deepCopy();
    body.remove("limit");
    return parse(body, 1, DEFAULT_PAGE_SIZE);
  }

  private static UsersDetailsQuery parse(ObjectNode body, int pageNumber, int pageSize)
      throws BadQueryException {
    DetailsQueryParser.requireKnown(body, FILTERS);
    List<QueryFilter> users = FilterParser.parse(body.path("userFilters"), Set.of("userId"));
    List<QueryFilter> presences =
        FilterParser.parse(
            body.path("presenceFilters"), Set.of("systemPresence", "organizationPresenceId"));
    List<QueryFilter> routing =
        FilterParser.parse(body.path("routingStatusFilters"), Set.of("routingStatus"));
    boolean filtered = !users.isEmpty() || !presences.isEmpty() || !routing.isEmpty();
    long[] interval =
        DetailsQueryParser.interval(body.path("interval").asText(), filtered ? 31 : 7);
    String order = body.path("order").asText("asc");
    if (!Set.of("asc", "desc", "unordered").contains(order)) {
      throw new BadQueryException("Unknown order \"" + order + "\".");
    }
    return new UsersDetailsQuery(
        body.toString(),
        Math.floorDiv(interval[0], DAY_MILLIS),
        Math.floorDiv(Math.max(interval[0], interval[1] - 1), DAY_MILLIS),
        order.equals("desc"),
        pageNumber,
        pageSize,
        users,
        presences,
        routing);
  }
}
