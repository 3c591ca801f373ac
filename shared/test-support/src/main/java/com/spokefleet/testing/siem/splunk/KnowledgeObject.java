package com.spokefleet.testing.siem.splunk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One object in the two layers an app has: what came with the package, and what was set since. */
final class KnowledgeObject {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TRUTH_VALUES = Set.of("disabled", "is_scheduled", "is_visible");

  private final String app;
  private final Map<String, String> packaged = new TreeMap<>();
  private final Map<String, String> local = new TreeMap<>();
  private boolean inPackage;
  private boolean inLocal;

  KnowledgeObject(String app) {
    this.app = app;
  }

  String app() {
    return app;
  }

  void replacePackaged(Map<String, String> values) {
    packaged.clear();
    packaged.putAll(values);
    inPackage = true;
  }

  void dropPackaged() {
    packaged.clear();
    inPackage = false;
  }

  void set(Map<String, String> values) {
    local.putAll(values);
    inLocal = true;
  }

  /** Whether it is still there without what was set. */
  boolean dropLocal() {
    local.clear();
    inLocal = false;
    return inPackage;
  }

  boolean isRemovable() {
    return inLocal;
  }

  boolean exists() {
    return inPackage || inLocal;
  }

  Map<String, String> merged() {
    Map<String, String> merged = new TreeMap<>(packaged);
    merged.putAll(local);
    return merged;
  }

  /** As the API tells it: some values in its own form, and members of its own. */
  ObjectNode entry(String name) {
    ObjectNode entry = JSON.createObjectNode().put("name", name);
    entry
        .putObject("acl")
        .put("app", app)
        .put("owner", "nobody")
        .put("sharing", "app")
        .put("removable", isRemovable())
        .put("modifiable", true);
    ObjectNode content = entry.putObject("content");
    content.put("disabled", false).putNull("eai:acl").put("eai:appName", app);
    content.put("eai:userName", "nobody");
    merged()
        .forEach(
            (key, value) -> {
              if (TRUTH_VALUES.contains(key) || key.matches("action\\.\\w+")) {
                content.put(key, value.equals("1") || value.equals("true"));
              } else {
                content.put(key, value);
              }
            });
    return entry;
  }
}
