package com.spokefleet.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a YAML mapping: texts, each at most once. */
final class YamlKeys {
  private YamlKeys() {}

  /** Keys located with their path, in file order; null after reporting that it is no mapping. */
  static @Nullable Map<Located<String>, Node> read(Node node, String path, Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, path, "must be a section with keys but is " + YamlKind.of(node));
      return null;
    }
    Map<Located<String>, Node> entries = new LinkedHashMap<>();
    Map<String, Node> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(
            tuple.getKeyNode(), path, "has a key that is " + YamlKind.of(tuple.getKeyNode()));
        continue;
      }
      String key = keyNode.getValue();
      String keyPath =
          path.isEmpty() ? Suggestions.shown(key) : path + "." + Suggestions.shown(key);
      Node first = seen.putIfAbsent(key, keyNode);
      if (first == null) {
        entries.put(new Located<>(key, keyPath, keyNode), tuple.getValueNode());
      } else {
        int line = first.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        problems.add(keyNode, keyPath, "is given twice; first in line " + line);
      }
    }
    return entries;
  }
}
