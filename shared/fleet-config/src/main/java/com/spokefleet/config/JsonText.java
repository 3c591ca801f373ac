package com.spokefleet.config;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and booleans as indented JSON. */
final class JsonText {
  private JsonText() {}

  static String indented(Map<String, Object> object) {
    StringBuilder json = new StringBuilder();
    write(json, object, "");
    return json.toString();
  }

  private static void write(StringBuilder json, Object value, String indent) {
    switch (value) {
      case Map<?, ?> object -> writeObject(json, object, indent);
      case List<?> list when list.stream().allMatch(Map.class::isInstance) ->
          writeObjects(json, list, indent);
      case List<?> list ->
          json.append(
              list.stream().map(JsonText::simple).collect(Collectors.joining(", ", "[", "]")));
      default -> json.append(simple(value));
    }
  }

  private static void writeObject(StringBuilder json, Map<?, ?> object, String indent) {
    json.append("{");
    Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      json.append('\n').append(indent).append("  ").append(simple(entry.getKey())).append(": ");
      write(json, entry.getValue(), indent + "  ");
      json.append(entries.hasNext() ? "," : "\n" + indent);
    }
    json.append("}");
  }

  private static void writeObjects(StringBuilder json, List<?> objects, String indent) {
    json.append("[");
    Iterator<?> items = objects.iterator();
    while (items.hasNext()) {
      json.append('\n').append(indent).append("  ");
      write(json, items.next(), indent + "  ");
      json.append(items.hasNext() ? "," : "\n" + indent);
    }
    json.append("]");
  }

  private static String simple(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return quoted(value.toString());
  }

  /** A text as JSON. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character < ' ' || Character.isSurrogate(character)) {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    return json.append('"').toString();
  }
}
