package com.spokefleet.cli.onboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An entry of {@code spokes} in the making: keys in their order, with values as YAML. */
final class SpokeEntry {
  /** What needs no quotes: it begins like a word or an id and holds nothing YAML looks for. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./:+@-]*[A-Za-z0-9_/]|[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}");

  /** Words that YAML takes for something else than a text. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "True", "False", "Null", "TRUE", "FALSE", "NULL");

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a text, quoted where YAML needs it. */
  SpokeEntry with(String key, String value) {
    values.put(key, scalar(value));
    return this;
  }

  /** Adds a list in one line, sorted. */
  SpokeEntry withList(String key, Set<String> texts) {
    List<String> scalars = new ArrayList<>();
    new TreeSet<>(texts).forEach(text -> scalars.add(scalar(text)));
    values.put(key, "[" + String.join(", ", scalars) + "]");
    return this;
  }

  /** Adds a section in one line. */
  SpokeEntry withSection(String key, Map<String, String> texts) {
    List<String> pairs = new ArrayList<>();
    new LinkedHashMap<>(texts).forEach((name, text) -> pairs.add(name + ": " + quoted(text)));
    values.put(key, "{" + String.join(", ", pairs) + "}");
    return this;
  }

  /** One key a line. */
  List<String> lines() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .toList();
  }

  /** As it stands below {@code spokes:}. */
  List<String> item() {
    List<String> item = new ArrayList<>();
    lines().forEach(line -> item.add((item.isEmpty() ? "- " : "  ") + line));
    return item;
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.contains(text) ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else if (Character.isISOControl(character)) {
                quoted.append("\\x%02x".formatted(character));
              } else {
                quoted.appendCodePoint(character);
              }
            });
    return quoted.append('"').toString();
  }
}
