package com.spokefleet.siem.predicate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Predicates and events that have something to do with each other; they follow from the seed. */
public final class RandomPredicates {
  private static final List<String> FIELDS =
      List.of("entity_type", "vendor_action", "new_values", "cpu_load_percent", "level");
  private static final List<String> VALUES =
      List.of(
          "OAuthClient",
          "View",
          "and",
          "scopes=*",
          "*authorization*",
          "a b",
          "x:y/z",
          "90",
          "9.5",
          "or",
          "-1",
          "ü",
          "(",
          "a\\b",
          "*");

  private final Random random;

  public RandomPredicates(long seed) {
    this.random = new Random(seed);
  }

  public Predicate next(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> new Predicate.Exists(pick(FIELDS));
      case 1 -> new Predicate.Is(pick(FIELDS), patterns());
      case 2 ->
          new Predicate.Compares(
              pick(FIELDS),
              pick(List.of(Comparison.values())),
              new BigDecimal(random.nextInt(200) - 100).movePointLeft(1));
      case 3 -> new Predicate.Not(next(depth - 1));
      case 4 -> new Predicate.All(List.of(next(depth - 1), next(depth - 1)));
      default -> new Predicate.Any(List.of(next(depth - 1), next(depth - 1), next(depth - 1)));
    };
  }

  public FieldValues event() {
    Map<String, List<String>> fields = new HashMap<>();
    for (String field : FIELDS) {
      if (random.nextInt(3) > 0) {
        List<String> values = new ArrayList<>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
          values.add(pick(VALUES).replace("*", random.nextBoolean() ? "" : "any thing"));
        }
        values.removeIf(String::isEmpty);
        fields.put(field, values);
      }
    }
    return field -> fields.getOrDefault(field, List.of());
  }

  private List<ValuePattern> patterns() {
    List<ValuePattern> patterns = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      patterns.add(new ValuePattern(pick(VALUES)));
    }
    return patterns;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
