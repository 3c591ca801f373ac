package com.spokefleet.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A mapping with a fixed set of keys; others are rejected with a guess at what was meant. Values
 * are found by the very object of their key: to hash a key by its parts would hash all of its
 * schema.
 */
record Section(String description, List<Key<?>> keys) implements ValueType<SectionValues> {
  @Override
  public @Nullable SectionValues read(Node node, String path, Problems problems) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, problems);
    if (entries == null) {
      return null;
    }
    Map<Key<?>, Located<?>> values = new IdentityHashMap<>();
    Set<String> present = new HashSet<>();
    entries.keySet().forEach(name -> present.add(name.value()));
    List<String> absent = keyNames();
    absent.removeAll(present);
    entries.forEach(
        (name, valueNode) -> {
          Optional<Key<?>> key = key(name.value());
          if (key.isPresent()) {
            put(values, key.get(), valueNode, name.path(), problems);
            return;
          }
          // A key that already stands there was hardly meant again; one misspelt is not missing.
          Optional<String> meant = Suggestions.nearest(name.value(), absent);
          problems.add(
              name, Suggestions.unknownKey(name.value(), meant.isPresent() ? absent : keyNames()));
          meant.ifPresent(present::add);
        });
    for (Key<?> key : keys) {
      if (key.required() && !present.contains(key.name())) {
        problems.add(node, child(path, key.name()), "is missing");
      }
      if (!present.contains(key.name())) {
        putDefault(values, key, node, child(path, key.name()));
      }
    }
    return new SectionValues(values, path, node);
  }

  /** The values of this section where it is not written: its defaults, placed at its parent. */
  SectionValues absent(String path, Node parent) {
    Map<Key<?>, Located<?>> values = new IdentityHashMap<>();
    keys.forEach(key -> putDefault(values, key, parent, child(path, key.name())));
    return new SectionValues(values, path, parent);
  }

  private static <T> void put(
      Map<Key<?>, Located<?>> values, Key<T> key, Node node, String path, Problems problems) {
    T value = key.type().read(node, path, problems);
    if (value != null) {
      values.put(key, new Located<>(value, path, node));
    }
  }

  private static <T> void putDefault(
      Map<Key<?>, Located<?>> values, Key<T> key, Node node, String path) {
    Object whenAbsent = key.whenAbsent();
    if (whenAbsent == null) {
      return;
    }
    if (!(key.type() instanceof Scalar<T> scalar)) {
      throw new IllegalStateException("Cannot default " + path + ": it is not a single value");
    }
    try {
      T value = scalar.conversion().convert(whenAbsent.toString());
      values.put(key, new Located<>(value, path, node));
    } catch (InvalidValueException e) {
      throw new IllegalStateException("Cannot use the default of " + path, e);
    }
  }

  private Optional<Key<?>> key(String name) {
    for (Key<?> key : keys) {
      if (key.name().equals(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  List<String> keyNames() {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.name()));
    return names;
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = SchemaObjects.of();
    List<String> required = new ArrayList<>();
    for (Key<?> key : keys) {
      Map<String, Object> property =
          SchemaObjects.with("description", key.description(), key.type().schema());
      if (key.whenAbsent() != null) {
        property = SchemaObjects.with(property, "default", key.whenAbsent());
      }
      properties = SchemaObjects.with(properties, key.name(), property);
      if (key.required()) {
        required.add(key.name());
      }
    }
    return SchemaObjects.of(
        "description",
        description,
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        required,
        "properties",
        properties);
  }
}
