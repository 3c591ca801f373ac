package com.spokefleet.events.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An EventBridge event pattern: one source, one or more kinds of event named exactly, and what of
 * those is left out. There is no way to say "any kind" or "kinds like".
 *
 * @param detailTypes templates of topics, each with a literal {@code {id}}
 */
public record EventPattern(String source, List<String> detailTypes, Optional<Exclusion> exclusion) {
  public EventPattern {
    detailTypes = List.copyOf(detailTypes);
    if (source.isBlank() || detailTypes.isEmpty()) {
      throw new IllegalArgumentException("Cannot match events without source and detail-type");
    }
    for (String detailType : detailTypes) {
      if (detailType.isBlank() || detailType.indexOf('*') >= 0) {
        throw new IllegalArgumentException("Cannot match detail-type '" + detailType + "'");
      }
    }
  }

  /** As CloudFormation and the CDK take it: maps, lists and texts. */
  public Map<String, Object> asMap() {
    Map<String, Object> pattern = new LinkedHashMap<>();
    pattern.put("source", List.of(source));
    pattern.put("detail-type", detailTypes);
    exclusion.ifPresent(
        one -> pattern.put(one.path().getFirst(), nested(one.path(), 1, one.values())));
    return pattern;
  }

  private static Object nested(List<String> path, int depth, List<String> values) {
    return depth == path.size()
        ? List.of(Map.of("anything-but", values), Map.of("exists", false))
        : Map.of(path.get(depth), nested(path, depth + 1, values));
  }

  /** As the EventBridge API takes it. */
  public String json() {
    return PatternJson.write(asMap());
  }
}
