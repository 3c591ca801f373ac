package com.spokefleet.testing.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A kind of object of the account: where it is, what it must have, and what Datadog adds to it by
 * itself. Paths and members are those of the official client; which defaults are added exactly is
 * not documented, that some are is all a caller may rely on.
 */
public enum ContentKind {
  PIPELINE("/api/v1/logs/config/pipelines", List.of("name")),
  METRIC("/api/v2/logs/config/metrics", List.of("id", "type", "attributes")),
  DASHBOARD("/api/v1/dashboard", List.of("title", "layout_type", "widgets")),
  MONITOR("/api/v1/monitor", List.of("type", "query")),
  RULE(
      "/api/v2/security_monitoring/rules",
      List.of("name", "queries", "cases", "message", "isEnabled", "options"));

  private final String path;
  private final List<String> required;

  ContentKind(String path, List<String> required) {
    this.path = path;
    this.required = required;
  }

  String path() {
    return path;
  }

  /** The first required member that is not there. */
  String missing(JsonNode body) {
    return required.stream().filter(member -> !body.hasNonNull(member)).findFirst().orElse("");
  }

  String newId(long number) {
    return switch (this) {
      case MONITOR -> Long.toString(10_000_000 + number);
      case DASHBOARD -> "d%02x-k3m-%03d".formatted(number % 256, number);
      case PIPELINE -> "pipe%08d".formatted(number);
      case RULE -> "%03x-%03d-rul".formatted(number % 4096, number);
      case METRIC -> "";
    };
  }

  /** What comes back has more than what was sent. */
  void addDefaults(ObjectNode object, long number) {
    switch (this) {
      case MONITOR -> {
        object.put("id", 10_000_000 + number).put("multi", true).put("overall_state", "No Data");
        object.putNull("priority_note").putNull("deleted");
        ObjectNode options = object.withObject("/options");
        setAbsent(options, "notify_audit", "false");
        setAbsent(options, "new_host_delay", "300");
        options.putObject("silenced");
        sortTags(object);
      }
      case DASHBOARD -> {
        object.put("url", "/dashboard/" + object.path("id").asText()).put("is_read_only", false);
        object.put("author_handle", "somebody@example.com");
        if (!object.has("notify_list")) {
          object.putNull("notify_list");
        }
        long widget = number * 1000;
        for (JsonNode each : object.path("widgets")) {
          ((ObjectNode) each).put("id", widget++);
        }
      }
      case PIPELINE -> {
        object.put("type", "pipeline").put("is_read_only", false);
        setAbsent(object, "is_enabled", "true");
        for (JsonNode processor : object.path("processors")) {
          if (processor instanceof ObjectNode each && !each.has("is_enabled")) {
            each.put("is_enabled", false);
          }
        }
        sortTags(object);
      }
      case RULE -> {
        object.put("isDefault", false).put("isDeleted", false).put("creationAuthorId", 17);
        setAbsent(object, "hasExtendedTitle", "false");
        for (JsonNode query : object.path("queries")) {
          ((ObjectNode) query).put("dataSource", query.path("dataSource").asText("logs"));
        }
        sortTags(object);
      }
      case METRIC -> {
        // Nothing is added.
      }
    }
  }

  private static void setAbsent(ObjectNode object, String member, String value) {
    if (!object.has(member)) {
      switch (value) {
        case "true", "false" -> object.put(member, Boolean.parseBoolean(value));
        default -> object.put(member, Long.parseLong(value));
      }
    }
  }

  private static void sortTags(ObjectNode object) {
    if (object.path("tags") instanceof ArrayNode tags) {
      List<String> sorted = new ArrayList<>();
      tags.forEach(tag -> sorted.add(tag.asText()));
      sorted.sort(Comparator.reverseOrder());
      ArrayNode result = object.putArray("tags");
      sorted.forEach(result::add);
    }
  }
}
