package com.spokefleet.siem.install.splunk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text of a .conf file: stanzas, keys, and values of several lines. */
final class ConfText {
  private ConfText() {}

  /** Keys with their values by stanza, in the order of the file. */
  static Map<String, Map<String, String>> read(String text) {
    Map<String, Map<String, String>> stanzas = new LinkedHashMap<>();
    Map<String, String> stanza = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.stripTrailing().endsWith("]")) {
        String name = line.strip();
        stanza =
            stanzas.computeIfAbsent(
                name.substring(1, name.length() - 1), absent -> new LinkedHashMap<>());
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("Cannot read the line '%s' of a conf".formatted(line));
      }
      StringBuilder value = new StringBuilder(line.substring(equals + 1).strip());
      while (value.toString().endsWith("\\") && index + 1 < lines.size()) {
        value.setLength(value.length() - 1);
        value.append('\n').append(lines.get(++index));
      }
      stanza.put(line.substring(0, equals).strip(), value.toString());
    }
    return stanzas;
  }
}
