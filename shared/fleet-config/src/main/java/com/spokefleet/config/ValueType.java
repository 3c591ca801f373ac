package com.spokefleet.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A type of value in fleet.yaml, declared once: the same object reads the value and writes its part
 * of the published JSON Schema.
 */
sealed interface ValueType<T> permits Scalar, ListOf, MapOf, Section, Variants, FilterType {
  /** Reads the node, or reports why it cannot be read and returns null. */
  @Nullable T read(Node node, String path, Problems problems);

  /** The JSON Schema of the value, as maps, lists, texts, numbers and booleans. */
  Map<String, Object> schema();
}
