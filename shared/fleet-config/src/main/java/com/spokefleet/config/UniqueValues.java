package com.spokefleet.config;

import java.util.HashMap;
import java.util.Map;

/** Reports every value that was met before. */
final class UniqueValues {
  private final Map<Object, Located<?>> first = new HashMap<>();
  private final Problems problems;
  private final String message;

  /**
   * @param message what to say of the second one, followed by where the first one stands; it never
   *     holds the value itself
   */
  UniqueValues(Problems problems, String message) {
    this.problems = problems;
    this.message = message;
  }

  void add(Located<?> located) {
    add(located.value(), located);
  }

  /** Compares by another value than the located one. */
  void add(Object value, Located<?> located) {
    Located<?> before = first.putIfAbsent(value, located);
    if (before != null) {
      problems.add(located, message + " " + before.path());
    }
  }
}
