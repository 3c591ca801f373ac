package com.spokefleet.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Values of one type under keys that the user chooses; the key is located with its value. */
record MapOf<T>(ValueType<T> element) implements ValueType<Map<Located<String>, T>> {
  @Override
  public @Nullable Map<Located<String>, T> read(Node node, String path, Problems problems) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, problems);
    if (entries == null) {
      return null;
    }
    Map<Located<String>, T> values = new LinkedHashMap<>();
    entries.forEach(
        (key, valueNode) -> {
          T value = element.read(valueNode, key.path(), problems);
          if (value != null) {
            values.put(key, value);
          }
        });
    return values;
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaObjects.of("type", "object", "additionalProperties", element.schema());
  }
}
