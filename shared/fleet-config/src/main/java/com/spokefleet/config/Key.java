package com.spokefleet.config;

import org.jspecify.annotations.Nullable;

/**
 * One key of a section.
 *
 * @param required whether its absence is a problem
 * @param whenAbsent value taken when the key is absent, written as in YAML; null if there is none
 * @param description for the reader of the schema, shown by editors
 */
record Key<T>(
    String name,
    ValueType<T> type,
    boolean required,
    @Nullable Object whenAbsent,
    String description) {

  static <T> Key<T> required(String name, ValueType<T> type, String description) {
    return new Key<>(name, type, true, null, description);
  }

  static <T> Key<T> optional(String name, ValueType<T> type, String description) {
    return new Key<>(name, type, false, null, description);
  }

  static <T> Key<T> withDefault(
      String name, Scalar<T> type, Object whenAbsent, String description) {
    return new Key<>(name, type, false, whenAbsent, description);
  }
}
