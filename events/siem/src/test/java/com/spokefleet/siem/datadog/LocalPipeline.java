package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Does to a log what Datadog's documentation says that a pipeline's steps do. */
final class LocalPipeline {
  private static final Pattern BLOCK = Pattern.compile("%\\{([^}]+)}");

  private final JsonNode pipeline;
  private final Map<String, Map<String, String>> tables;
  private final Map<String, Predicate<JsonNode>> queries = new HashMap<>();

  /**
   * @param tables reference tables by name, each with the name by the key
   */
  LocalPipeline(JsonNode pipeline, Map<String, Map<String, String>> tables) {
    this.pipeline = pipeline;
    this.tables = tables;
  }

  ObjectNode process(JsonNode sent) {
    ObjectNode log = sent.deepCopy();
    run(pipeline, log);
    return log;
  }

  private void run(JsonNode part, ObjectNode log) {
    if (selects(part, log)) {
      part.path("processors").forEach(step -> step(step, log));
    }
  }

  private boolean selects(JsonNode filtered, ObjectNode log) {
    return queries
        .computeIfAbsent(filtered.path("filter").path("query").asText(), LocalSearch::parse)
        .test(log);
  }

  private void step(JsonNode step, ObjectNode log) {
    if (!step.path("is_enabled").asBoolean()) {
      throw new IllegalStateException("A step that is off: " + step);
    }
    String target = step.path("target").asText();
    switch (step.path("type").asText()) {
      case "pipeline" -> run(step, log);
      case "attribute-remapper" -> {
        JsonNode source = at(log, step.path("sources").get(0).asText());
        if (!source.isMissingNode() && at(log, target).isMissingNode()) {
          set(log, target, source);
        }
      }
      case "category-processor" ->
          StreamSupport.stream(step.path("categories").spliterator(), false)
              .filter(one -> selects(one, log))
              .findFirst()
              .ifPresent(one -> set(log, target, one.path("name")));
      case "string-builder-processor" ->
          set(log, target, TextNode.valueOf(built(step.path("template").asText(), log)));
      case "lookup-processor" -> lookUp(step, target, log);
      case "date-remapper", "message-remapper" -> requireSource(step, log);
      case "service-remapper" -> official(step, "service", log);
      case "status-remapper" -> official(step, "status", log);
      default -> throw new IllegalStateException("Cannot do " + step);
    }
  }

  private void lookUp(JsonNode step, String target, ObjectNode log) {
    String key = at(log, step.path("source").asText()).asText();
    if (step.has("lookup_enrichment_table")) {
      Map<String, String> table =
          tables.getOrDefault(step.path("lookup_enrichment_table").asText(), Map.of());
      if (table.containsKey(key)) {
        set(log, target + ".key", TextNode.valueOf(key));
        set(log, target + ".name", TextNode.valueOf(table.get(key)));
      }
      return;
    }
    for (JsonNode row : step.path("lookup_table")) {
      String[] pair = row.asText().split(",", 2);
      if (pair[0].equals(key)) {
        set(log, target, TextNode.valueOf(pair[1]));
      }
    }
  }

  private static void requireSource(JsonNode step, ObjectNode log) {
    for (JsonNode source : step.path("sources")) {
      if (!at(log, source.asText()).isMissingNode()) {
        return;
      }
    }
    throw new IllegalStateException("Nothing to remap: " + step);
  }

  private static void official(JsonNode step, String what, ObjectNode log) {
    requireSource(step, log);
    log.set(what, at(log, step.path("sources").get(0).asText()));
  }

  private static String built(String template, ObjectNode log) {
    Matcher matcher = BLOCK.matcher(template);
    return matcher.replaceAll(
        block ->
            Matcher.quoteReplacement(
                LocalSearch.values(log, block.group(1)).stream()
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","))));
  }

  private static JsonNode at(JsonNode log, String path) {
    return log.at("/" + path.replace('.', '/'));
  }

  private static void set(ObjectNode log, String path, JsonNode value) {
    ObjectNode holder = log;
    String[] steps = path.split("\\.", -1);
    for (int in = 0; in < steps.length - 1; in++) {
      holder = holder.withObjectProperty(steps[in]);
    }
    holder.set(steps[steps.length - 1], value);
  }
}
