package com.spokefleet.config;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What stood in a section: the readable values by key, so checks can run on half-right files. */
record SectionValues(Map<Key<?>, Located<?>> values, String path, Node node) {
  <T> Optional<Located<T>> located(Key<T> key) {
    // A key's value was put there by the key's own type.
    @SuppressWarnings("unchecked")
    Located<T> located = (Located<T>) values.get(key);
    return Optional.ofNullable(located);
  }

  <T> Optional<T> optional(Key<T> key) {
    return located(key).map(Located::value);
  }

  /** Whether the key stands in the document, be its value right or wrong. */
  boolean isWritten(Key<?> key) {
    return node instanceof MappingNode mapping
        && mapping.getValue().stream()
            .anyMatch(
                entry ->
                    entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key.name()));
  }

  /** A value that must be there, once the document is known to have no problem. */
  <T> T get(Key<T> key) {
    return optional(key)
        .orElseThrow(() -> new IllegalStateException("Cannot find " + path + "." + key.name()));
  }

  /** A section below this one; where it is absent, what its defaults say. */
  SectionValues section(Key<SectionValues> key) {
    return optional(key)
        .orElseGet(
            () -> {
              if (!(key.type() instanceof Section section)) {
                throw new IllegalStateException("Cannot default " + path + "." + key.name());
              }
              return section.absent(path + "." + key.name(), node);
            });
  }
}
