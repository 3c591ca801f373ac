package com.spokefleet.testing.siem.splunk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an app's files are to the API: objects by endpoint and name. */
final class AppFiles {
  private static final Pattern CONF = Pattern.compile("default/(\\w+)\\.conf");
  private static final Pattern UI = Pattern.compile("default/data/ui/(views|nav)/([^/]+)\\.xml");
  private static final Pattern LOOKUP = Pattern.compile("lookups/([^/]+)");
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "enableSched", "is_scheduled",
          "counttype", "alert_type",
          "relation", "alert_comparator",
          "quantity", "alert_threshold");

  private AppFiles() {}

  /** Objects by endpoint, then name. */
  static Map<String, Map<String, Map<String, String>>> objects(Map<String, byte[]> files) {
    Map<String, Map<String, Map<String, String>>> objects = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          Matcher conf = CONF.matcher(path);
          Matcher view = UI.matcher(path);
          if (conf.matches()) {
            boolean saved = conf.group(1).equals("savedsearches");
            String endpoint = saved ? "saved/searches" : "configs/conf-" + conf.group(1);
            Map<String, Map<String, String>> stanzas =
                objects.computeIfAbsent(endpoint, absent -> new TreeMap<>());
            stanzas(
                text, (name, values) -> stanzas.put(name, saved ? asArguments(values) : values));
          } else if (view.matches()) {
            objects
                .computeIfAbsent("data/ui/" + view.group(1), absent -> new TreeMap<>())
                .put(view.group(2), Map.of("eai:data", text));
          }
        });
    return objects;
  }

  /** The texts of lookup files by name. */
  static SortedMap<String, String> lookups(Map<String, byte[]> files) {
    SortedMap<String, String> lookups = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          Matcher lookup = LOOKUP.matcher(path);
          if (lookup.matches()) {
            lookups.put(lookup.group(1), new String(bytes, StandardCharsets.UTF_8));
          }
        });
    return lookups;
  }

  private static Map<String, String> asArguments(Map<String, String> values) {
    Map<String, String> arguments = new LinkedHashMap<>();
    values.forEach((key, value) -> arguments.put(ARGUMENTS.getOrDefault(key, key), value));
    return arguments;
  }

  private static void stanzas(String text, BiConsumer<String, Map<String, String>> each) {
    String name = null;
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.replace("\\\n", "\u0000").split("\n")) {
      String whole = line.replace('\u0000', '\n');
      if (whole.isBlank() || whole.startsWith("#")) {
        continue;
      }
      if (whole.startsWith("[")) {
        if (name != null) {
          each.accept(name, values);
        }
        name = whole.strip().substring(1, whole.strip().length() - 1);
        values = new LinkedHashMap<>();
      } else {
        int equals = whole.indexOf('=');
        values.put(whole.substring(0, equals).strip(), whole.substring(equals + 1).strip());
      }
    }
    if (name != null) {
      each.accept(name, values);
    }
  }
}
