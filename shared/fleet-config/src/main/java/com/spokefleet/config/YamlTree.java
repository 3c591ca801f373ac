package com.spokefleet.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A right fleet.yaml as maps and lists of values that are already written as they are written
 * again: texts in quotes, anything else as it stood. So a part of it can be left out and the rest
 * means what it meant.
 */
final class YamlTree {
  private YamlTree() {}

  static Map<String, Object> section(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalStateException("Cannot take an excerpt of " + YamlKind.of(node));
    }
    Map<String, Object> section = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      section.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
    }
    return section;
  }

  private static Object value(Node node) {
    return switch (node) {
      case MappingNode mapping -> section(mapping);
      case SequenceNode sequence -> {
        List<Object> list = new ArrayList<>();
        sequence.getValue().forEach(item -> list.add(value(item)));
        yield list;
      }
      case ScalarNode scalar when scalar.getTag().equals(Tag.STR) -> quoted(scalar.getValue());
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "null";
      case ScalarNode scalar -> scalar.getValue();
      default -> throw new IllegalStateException("Cannot take an excerpt of " + YamlKind.of(node));
    };
  }

  /** The section under a key; an empty one where there is none. */
  @SuppressWarnings("unchecked") // A right file has a section under this key.
  static Map<String, Object> section(Map<String, Object> parent, Key<?> key) {
    return (Map<String, Object>) parent.getOrDefault(key.name(), Map.of());
  }

  /** The sections listed under a key; none where there is no list. */
  @SuppressWarnings("unchecked") // A right file has a list of sections under this key.
  static List<Map<String, Object>> sections(Map<String, Object> parent, Key<?> key) {
    return (List<Map<String, Object>>) parent.getOrDefault(key.name(), List.of());
  }

  static String text(Map<String, Object> section) {
    StringBuilder text = new StringBuilder();
    write(text, section, "\n");
    return text.toString();
  }

  private static void write(StringBuilder text, Object value, String lineBreak) {
    String inner = lineBreak + "  ";
    switch (value) {
      case Map<?, ?> section -> {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = section.entrySet().iterator();
        while (entries.hasNext()) {
          Map.Entry<?, ?> entry = entries.next();
          text.append(inner).append(quoted(entry.getKey().toString())).append(": ");
          write(text, entry.getValue(), inner);
          text.append(entries.hasNext() ? "," : lineBreak);
        }
        text.append('}');
      }
      case List<?> list -> {
        text.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
          text.append(inner);
          write(text, items.next(), inner);
          text.append(items.hasNext() ? "," : lineBreak);
        }
        text.append(']');
      }
      default -> text.append(value);
    }
  }

  /** As JSON and YAML both read it; a character beyond the basic plane stands as it is. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (isPrintable(character)) {
        quoted.append(character);
      } else {
        quoted.append("\\u%04x".formatted((int) character));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
