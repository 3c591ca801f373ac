package com.spokefleet.siem.splunk.conf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a configuration file as Splunk does, and tells what Splunk would not. */
public final class ConfReader {
  /**
   * What a file says.
   *
   * @param stanzas settings by stanza, in order
   * @param problems what Splunk would ignore or overwrite without a word, each with its line
   */
  public record Conf(Map<String, Map<String, String>> stanzas, List<String> problems) {
    /** The setting, or an empty text. */
    public String setting(String stanza, String key) {
      return stanzas.getOrDefault(stanza, Map.of()).getOrDefault(key, "");
    }
  }

  private final Map<String, Map<String, String>> stanzas = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Map<String, String> settings = new LinkedHashMap<>();
  private String stanza = "";

  private ConfReader() {}

  public static Conf read(String text) {
    ConfReader reader = new ConfReader();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      int first = at;
      StringBuilder line = new StringBuilder(lines.get(at));
      while (endsWithBackslash(line) && at + 1 < lines.size() && !isComment(line)) {
        at++;
        line.setCharAt(line.length() - 1, '\n');
        line.append(lines.get(at));
      }
      reader.take(line.toString(), first + 1);
    }
    return new Conf(reader.stanzas, reader.problems);
  }

  private static boolean endsWithBackslash(CharSequence line) {
    return !line.isEmpty() && line.charAt(line.length() - 1) == '\\';
  }

  private static boolean isComment(CharSequence line) {
    return line.charAt(0) == '#';
  }

  private void take(String line, int number) {
    if (line.isBlank() || isComment(line)) {
      return;
    }
    if (line.startsWith("[")) {
      if (!line.stripTrailing().endsWith("]")) {
        problem(number, "the stanza has no end: " + line);
        return;
      }
      stanza = line.strip().substring(1, line.strip().length() - 1);
      settings = new LinkedHashMap<>();
      if (stanzas.put(stanza, settings) != null) {
        problem(number, "[%s] is there twice".formatted(stanza));
      }
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 1 || line.endsWith("\\")) {
      problem(number, "this is no setting: " + line);
      return;
    }
    String key = line.substring(0, equals).strip();
    if (stanza.isEmpty() && !stanzas.containsKey("")) {
      problem(number, "%s stands before any stanza".formatted(key));
    }
    if (settings.put(key, line.substring(equals + 1).strip()) != null) {
      problem(number, "%s of [%s] is set twice".formatted(key, stanza));
    }
  }

  private void problem(int line, String problem) {
    problems.add("line %d: %s".formatted(line, problem));
  }
}
