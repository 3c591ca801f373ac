package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of an analytics query as strictly as the platform documents them: filters that
 * hold clauses that hold predicates, and no level more.
 */
final class FilterParser {
  static final Set<String> CONVERSATION_DIMENSIONS =
      Set.of("conversationId", "conversationEnd", "originatingDirection", "divisionId");
  static final Set<String> SEGMENT_DIMENSIONS =
      Set.of(
          "mediaType",
          "direction",
          "disconnectType",
          "queueId",
          "userId",
          "purpose",
          "wrapUpCode",
          "segmentType");

  private FilterParser() {}

  /** All filters of one list of the body; none where it is absent. */
  static List<QueryFilter> parse(JsonNode list, Set<String> dimensions) throws BadQueryException {
    return filters(list, dimensions, true);
  }

  private static List<QueryFilter> filters(JsonNode list, Set<String> dimensions, boolean outer)
      throws BadQueryException {
    if (!list.isMissingNode() && !list.isArray()) {
      throw new BadQueryException("Filters and clauses are lists.");
    }
    List<QueryFilter> filters = new ArrayList<>();
    for (JsonNode filter : list) {
      filters.add(filter(filter, dimensions, outer));
    }
    return List.copyOf(filters);
  }

  private static QueryFilter filter(JsonNode filter, Set<String> dimensions, boolean outer)
      throws BadQueryException {
    DetailsQueryParser.requireKnown(
        filter, outer ? Set.of("type", "clauses", "predicates") : Set.of("type", "predicates"));
    String type = filter.path("type").asText();
    if (!type.equals("and") && !type.equals("or")) {
      throw new BadQueryException("A filter needs the type \"and\" or \"or\".");
    }
    List<QueryFilter.Predicate> predicates = new ArrayList<>();
    for (JsonNode predicate : filter.path("predicates")) {
      predicates.add(predicate(predicate, dimensions));
    }
    List<QueryFilter> clauses = filters(filter.path("clauses"), dimensions, false);
    if (predicates.isEmpty() && clauses.isEmpty()) {
      throw new BadQueryException("A filter needs predicates or clauses.");
    }
    return new QueryFilter(type.equals("and"), List.copyOf(predicates), clauses);
  }

  private static QueryFilter.Predicate predicate(JsonNode predicate, Set<String> dimensions)
      throws BadQueryException {
    DetailsQueryParser.requireKnown(predicate, Set.of("type", "dimension", "operator", "value"));
    if (!predicate.path("type").asText("dimension").equals("dimension")) {
      throw new BadQueryException("Unknown predicate type " + predicate.path("type") + ".");
    }
    String dimension = predicate.path("dimension").asText();
    if (!dimensions.contains(dimension)) {
      throw new BadQueryException("Unknown dimension \"" + dimension + "\".");
    }
    QueryFilter.Operator operator = operator(predicate.path("operator").asText("matches"));
    return new QueryFilter.Predicate(dimension, operator, value(predicate, operator));
  }

  private static QueryFilter.Operator operator(String name) throws BadQueryException {
    return switch (name) {
      case "matches" -> QueryFilter.Operator.MATCHES;
      case "exists" -> QueryFilter.Operator.EXISTS;
      case "notExists" -> QueryFilter.Operator.NOT_EXISTS;
      default -> throw new BadQueryException("Unknown operator \"" + name + "\".");
    };
  }

  private static @Nullable String value(JsonNode predicate, QueryFilter.Operator operator)
      throws BadQueryException {
    JsonNode value = predicate.path("value");
    if (operator != QueryFilter.Operator.MATCHES) {
      return null;
    }
    if (!value.isTextual()) {
      throw new BadQueryException("A predicate that matches needs a value.");
    }
    return value.asText();
  }
}
