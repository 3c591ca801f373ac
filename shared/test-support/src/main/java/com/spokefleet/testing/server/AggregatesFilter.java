package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The filter of an aggregates query: predicates and clauses joined by and / or. */
record AggregatesFilter(boolean all, List<Predicate> predicates, List<AggregatesFilter> clauses) {
  static final AggregatesFilter NONE = new AggregatesFilter(true, List.of(), List.of());

  /** One dimension compared with a value, or asked whether it exists. */
  record Predicate(String dimension, String operator, String value) {
    boolean holds(Emission emission) {
      Optional<String> actual = emission.dimension(dimension);
      return switch (operator) {
        case "exists" -> actual.isPresent();
        case "notexists" -> actual.isEmpty();
        default -> actual.equals(Optional.of(value));
      };
    }
  }

  static AggregatesFilter parse(JsonNode filter, Set<String> dimensions) throws BadQueryException {
    QueryJson.requireKnown(filter, Set.of("type", "clauses", "predicates"));
    String type = filter.path("type").asText();
    if (!type.equals("and") && !type.equals("or")) {
      throw new BadQueryException("A filter needs the type \"and\" or \"or\".");
    }
    List<Predicate> predicates = new ArrayList<>();
    for (JsonNode predicate : filter.path("predicates")) {
      QueryJson.requireKnown(predicate, Set.of("type", "dimension", "operator", "value"));
      String dimension = predicate.path("dimension").asText();
      String operator = predicate.path("operator").asText("matches").toLowerCase(Locale.ROOT);
      if (!dimensions.contains(dimension)
          || !Set.of("matches", "exists", "notexists").contains(operator)
          || operator.equals("matches") && !predicate.hasNonNull("value")) {
        throw new BadQueryException("Cannot filter by " + dimension + " " + operator + ".");
      }
      predicates.add(new Predicate(dimension, operator, predicate.path("value").asText()));
    }
    List<AggregatesFilter> clauses = new ArrayList<>();
    for (JsonNode clause : filter.path("clauses")) {
      clauses.add(parse(clause, dimensions));
    }
    return new AggregatesFilter(type.equals("and"), List.copyOf(predicates), List.copyOf(clauses));
  }

  boolean holds(Emission emission) {
    if (all) {
      return predicates.stream().allMatch(each -> each.holds(emission))
          && clauses.stream().allMatch(clause -> clause.holds(emission));
    }
    return predicates.stream().anyMatch(each -> each.holds(emission))
        || clauses.stream().anyMatch(clause -> clause.holds(emission));
  }

  int size() {
    return predicates.size() + clauses.stream().mapToInt(AggregatesFilter::size).sum();
  }
}
