package com.spokefleet.normalize.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Texts for the columns that hold JSON. The same content always gives the same text, whatever order
 * it came in. Written here because this module knows no JSON library.
 */
final class CompactJson {
  private static final Comparator<PropertyChange> ORDER =
      Comparator.comparing((PropertyChange change) -> String.valueOf(change.property()))
          .thenComparing(change -> String.join("\n", change.oldValues()))
          .thenComparing(change -> String.join("\n", change.newValues()));

  private CompactJson() {}

  static String ofChanges(List<PropertyChange> changes, boolean withValues) {
    return changes.stream()
        .sorted(ORDER)
        .map(change -> ofChange(change, withValues))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String ofMap(Map<String, String> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String ofChange(PropertyChange change, boolean withValues) {
    String property =
        "{\"property\":" + (change.property() == null ? "null" : text(change.property()));
    return withValues
        ? property
            + ",\"old\":"
            + ofTexts(change.oldValues())
            + ",\"new\":"
            + ofTexts(change.newValues())
            + "}"
        : property + "}";
  }

  private static String ofTexts(List<String> texts) {
    Function<String, String> quoted = CompactJson::text;
    return texts.stream().map(quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character < ' ') {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    return json.append('"').toString();
  }
}
