package com.spokefleet.genesys.schema;

import java.util.Set;

/**
 * One field of a baseline.
 *
 * @param values the values known; empty where they are not few
 */
public record KnownField(FieldType type, Set<String> values) {
  public KnownField {
    values = Set.copyOf(values);
  }
}
