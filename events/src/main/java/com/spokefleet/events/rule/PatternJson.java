package com.spokefleet.events.rule;

import java.util.List;
import java.util.Map;

/** Writes event patterns as JSON. */
final class PatternJson {
  private PatternJson() {}

  static String write(Object value) {
    StringBuilder text = new StringBuilder(512);
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text) {
    switch (value) {
      case Map<?, ?> object -> {
        String separator = "{";
        for (Map.Entry<?, ?> member : object.entrySet()) {
          text.append(separator);
          quote(String.valueOf(member.getKey()), text);
          text.append(':');
          write(member.getValue(), text);
          separator = ",";
        }
        text.append(object.isEmpty() ? "{}" : "}");
      }
      case List<?> array -> {
        String separator = "[";
        for (Object element : array) {
          text.append(separator);
          write(element, text);
          separator = ",";
        }
        text.append(array.isEmpty() ? "[]" : "]");
      }
      case Boolean flag -> text.append(flag);
      case Number number -> text.append(number);
      default -> quote(value.toString(), text);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character < ' ') {
        text.append(String.format("\\u%04x", (int) character));
      } else {
        text.append(character);
      }
    }
    text.append('"');
  }
}
