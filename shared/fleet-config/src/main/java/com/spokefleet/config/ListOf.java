package com.spokefleet.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A list of values of one type. A single value listed twice is a problem; sections are compared by
 * the checks that know their keys.
 */
record ListOf<T>(ValueType<T> element, int minimumSize) implements ValueType<List<Located<T>>> {
  @Override
  public @Nullable List<Located<T>> read(Node node, String path, Problems problems) {
    if (!(node instanceof SequenceNode sequence)) {
      problems.add(node, path, "must be a list but is " + YamlKind.of(node));
      return null;
    }
    List<Located<T>> values = new ArrayList<>();
    Set<T> seen = new HashSet<>();
    int index = 0;
    for (Node item : sequence.getValue()) {
      String itemPath = path + "[" + index++ + "]";
      T value = element.read(item, itemPath, problems);
      if (value == null) {
        continue;
      }
      if (element instanceof Scalar<T> && !seen.add(value)) {
        problems.add(item, itemPath, "is listed twice");
      }
      values.add(new Located<>(value, itemPath, item));
    }
    if (index < minimumSize) {
      problems.add(
          node,
          path,
          "must have at least " + minimumSize + (minimumSize == 1 ? " entry" : " entries"));
    }
    return values;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = SchemaObjects.of("type", "array", "items", element.schema());
    if (element instanceof Scalar<T>) {
      schema = SchemaObjects.with(schema, "uniqueItems", true);
    }
    return minimumSize == 0 ? schema : SchemaObjects.with(schema, "minItems", minimumSize);
  }
}
