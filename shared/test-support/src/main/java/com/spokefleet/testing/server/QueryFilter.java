package com.spokefleet.testing.server;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A filter of a details query: predicates and clauses joined by and / or. */
record QueryFilter(boolean all, List<Predicate> predicates, List<QueryFilter> clauses) {

  /** One dimension compared with a value, or asked whether it exists. */
  record Predicate(String dimension, Operator operator, @Nullable String value) {
    boolean holds(List<String> values) {
      return switch (operator) {
        case MATCHES -> values.contains(value);
        case EXISTS -> !values.isEmpty();
        case NOT_EXISTS -> values.isEmpty();
      };
    }
  }

  enum Operator {
    MATCHES,
    EXISTS,
    NOT_EXISTS
  }

  /** Tests the filter against the values each dimension has. */
  boolean holds(Function<String, List<String>> valuesOf) {
    if (all) {
      return predicates.stream().allMatch(each -> each.holds(valuesOf.apply(each.dimension())))
          && clauses.stream().allMatch(clause -> clause.holds(valuesOf));
    }
    return predicates.stream().anyMatch(each -> each.holds(valuesOf.apply(each.dimension())))
        || clauses.stream().anyMatch(clause -> clause.holds(valuesOf));
  }

  boolean mentionsOnly(List<String> dimensions) {
    return predicates.stream().allMatch(each -> dimensions.contains(each.dimension()))
        && clauses.stream().allMatch(clause -> clause.mentionsOnly(dimensions));
  }
}
