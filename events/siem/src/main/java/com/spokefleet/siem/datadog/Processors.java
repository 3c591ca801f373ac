package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Steps of a log pipeline, as {@code /api/v1/logs/config/pipelines} takes them. */
final class Processors {
  private Processors() {}

  /** Makes the attribute what Datadog has a place of its own for: its date, status and so on. */
  static ObjectNode official(String what, String name, String... sources) {
    return processor(what + "-remapper", name).set("sources", Json.texts(sources));
  }

  /** Copies the attribute to another, unless that is there already. */
  static ObjectNode copy(String name, String source, String target) {
    ObjectNode processor = processor("attribute-remapper", name);
    processor.set("sources", Json.texts(source));
    return processor
        .put("source_type", "attribute")
        .put("target", target)
        .put("target_type", "attribute")
        .put("preserve_source", true)
        .put("override_on_conflict", false);
  }

  /**
   * Sets the attribute to the name of the first query that selects the event.
   *
   * @param queries by name, in order
   */
  static ObjectNode category(String name, String target, Map<String, String> queries) {
    ObjectNode processor = processor("category-processor", name).put("target", target);
    ArrayNode categories = processor.putArray("categories");
    queries.forEach(
        (category, query) ->
            categories.addObject().put("name", category).putObject("filter").put("query", query));
    return processor;
  }

  /** Sets the attribute to text with values in it; nothing stands for what is missing. */
  static ObjectNode text(String name, String target, String template) {
    return processor("string-builder-processor", name)
        .put("target", target)
        .put("template", template)
        .put("is_replace_missing", true);
  }

  /**
   * Sets the target to what the table has for the source, if it has.
   *
   * @param rows of key and value
   */
  static ObjectNode lookup(String name, String source, String target, Map<String, String> rows) {
    ObjectNode processor = processor("lookup-processor", name);
    processor.set(
        "lookup_table",
        Json.texts(
            rows.entrySet().stream().map(row -> row.getKey() + "," + row.getValue()).toList()));
    return processor.put("source", source).put("target", target);
  }

  /** Sets the target to what the reference table has for the source, if it has. */
  static ObjectNode tableLookup(String name, String source, String target, String table) {
    return processor("lookup-processor", name)
        .put("source", source)
        .put("target", target)
        .put("lookup_enrichment_table", table);
  }

  /** Steps for some of the events only. */
  static ObjectNode pipeline(String name, String query, List<ObjectNode> steps) {
    ObjectNode pipeline = processor("pipeline", name);
    pipeline.putObject("filter").put("query", query);
    return pipeline.set("processors", Json.nodes(steps));
  }

  private static ObjectNode processor(String type, String name) {
    return Json.object().put("type", type).put("name", name).put("is_enabled", true);
  }
}
