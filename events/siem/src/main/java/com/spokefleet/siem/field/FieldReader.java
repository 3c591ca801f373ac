package com.spokefleet.siem.field;

import com.spokefleet.events.flatten.EventKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file of the dictionary: {@code kinds} and {@code origin} of all its fields, and the
 * fields by name.
 */
final class FieldReader {
  private static final Set<String> KEYS =
      Set.of(
          "means",
          "type",
          "from",
          "kinds",
          "topics",
          "origin",
          "cim",
          "standard",
          "ocsf",
          "example",
          "unmet");

  private final String file;

  FieldReader(String file) {
    this.file = file;
  }

  List<Field> read(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException problem) {
      throw new InvalidFieldException(file, String.valueOf(problem.getMessage()));
    }
    Map<?, ?> section = mapping(root, "it");
    List<Field> fields = new ArrayList<>();
    mapping(section.get("fields"), "fields")
        .forEach((name, values) -> fields.add(field(name.toString(), values, section)));
    return fields;
  }

  private Field field(String name, @Nullable Object read, Map<?, ?> section) {
    Map<?, ?> values = mapping(read, name);
    values.keySet().stream()
        .filter(key -> !KEYS.contains(key.toString()))
        .findFirst()
        .ifPresent(
            key -> {
              throw new InvalidFieldException(file, "no use for %s of %s".formatted(key, name));
            });
    Object kinds = values.containsKey("kinds") ? values.get("kinds") : section.get("kinds");
    Object origin = values.containsKey("origin") ? values.get("origin") : section.get("origin");
    return new Field(
        name,
        choice(FieldType.class, text(values, "type", name), name),
        text(values, "means", name),
        kinds(texts(kinds, name), name),
        values.containsKey("topics") ? texts(values.get("topics"), name) : List.of(),
        choice(FieldOrigin.class, String.valueOf(origin), name),
        text(values, "from", name),
        optional(values, "cim"),
        optional(values, "standard"),
        values.containsKey("ocsf") ? texts(values.get("ocsf"), name) : List.of(),
        optional(values, "example"),
        optional(values, "unmet"));
  }

  private Set<EventKind> kinds(List<String> words, String name) {
    if (words.equals(List.of("all"))) {
      return EnumSet.complementOf(EnumSet.of(EventKind.TRANSCRIPT));
    }
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    words.forEach(word -> kinds.add(choice(EventKind.class, word, name)));
    return kinds;
  }

  private <E extends Enum<E>> E choice(Class<E> type, String word, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw new InvalidFieldException(file, "%s cannot be %s".formatted(name, word));
  }

  private List<String> texts(@Nullable Object value, String name) {
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    throw new InvalidFieldException(file, "a list is missing of " + name);
  }

  private String text(Map<?, ?> values, String key, String name) {
    return optional(values, key)
        .orElseThrow(() -> new InvalidFieldException(file, key + " is missing of " + name));
  }

  private static Optional<String> optional(Map<?, ?> values, String key) {
    return Optional.ofNullable(values.get(key)).map(Object::toString);
  }

  private Map<?, ?> mapping(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> mapping) {
      return mapping;
    }
    throw new InvalidFieldException(file, what + " is no mapping");
  }
}
