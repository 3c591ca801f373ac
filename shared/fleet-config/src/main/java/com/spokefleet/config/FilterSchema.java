package com.spokefleet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON Schema of a query of which the filters count. */
final class FilterSchema {
  private static final Map<String, Object> ANY_NUMBER =
      SchemaObjects.of("type", List.of("number", "null"));

  private FilterSchema() {}

  static Map<String, Object> of(FilteredQuery query) {
    Map<String, Object> properties = SchemaObjects.of();
    for (FilterKind kind : query.kinds()) {
      properties = SchemaObjects.with(properties, kind.member(), filters(kind));
    }
    for (String ignored : query.ignored()) {
      properties =
          SchemaObjects.with(
              properties,
              ignored,
              SchemaObjects.of("description", "Left out: Spokefleet sets it itself."));
    }
    return SchemaObjects.of("oneOf", List.of(object(properties), text()));
  }

  /** The predicates of all kinds, which filters and clauses both refer to. */
  static Map<String, Object> definitions() {
    Map<String, Object> definitions = SchemaObjects.of();
    for (FilteredQuery query : List.of(FilteredQuery.CONVERSATIONS, FilteredQuery.USERS)) {
      for (FilterKind kind : query.kinds()) {
        definitions = SchemaObjects.with(definitions, definitionName(kind), predicate(kind));
      }
    }
    return definitions;
  }

  private static String definitionName(FilterKind kind) {
    return kind.member() + "Predicate";
  }

  private static Map<String, Object> text() {
    return SchemaObjects.of("description", "The query as JSON in a text.", "type", "string");
  }

  private static Map<String, Object> filters(FilterKind kind) {
    Map<String, Object> predicates =
        list(SchemaObjects.of("$ref", "#/$defs/" + definitionName(kind)));
    Map<String, Object> clause =
        SchemaObjects.with(
            object(
                SchemaObjects.of("type", logic(), "clauses", nothing(), "predicates", predicates)),
            "required",
            List.of("type"));
    Map<String, Object> filter =
        SchemaObjects.with(
            object(
                SchemaObjects.of(
                    "type", logic(), "clauses", list(clause), "predicates", predicates)),
            "required",
            List.of("type"));
    return list(filter);
  }

  private static Map<String, Object> predicate(FilterKind kind) {
    Map<String, Object> properties = SchemaObjects.of();
    for (String key : PredicateReader.keys(kind)) {
      properties = SchemaObjects.with(properties, key, ofKey(kind, key));
    }
    return object(properties);
  }

  private static Map<String, Object> ofKey(FilterKind kind, String key) {
    return switch (key) {
      case "dimension" -> choice(kind.dimensionNames());
      case "metric" -> choice(kind.metrics());
      case "operator" -> choice(List.of("matches", "exists", "notExists"));
      case "type" -> choice(List.of("dimension", "metric", "property"));
      case "propertyType" -> choice(List.of("bool", "integer", "real", "date", "string", "uuid"));
      case "range" ->
          SchemaObjects.with(
              object(
                  SchemaObjects.of(
                      "gt", ANY_NUMBER, "gte", ANY_NUMBER, "lt", ANY_NUMBER, "lte", ANY_NUMBER)),
              "type",
              List.of("object", "null"));
      default -> SchemaObjects.of("type", List.of("string", "null"));
    };
  }

  private static Map<String, Object> logic() {
    return SchemaObjects.of("enum", List.of("and", "or"));
  }

  /** One of the names, or null as a copied query writes it for what is not filled in. */
  private static Map<String, Object> choice(List<String> names) {
    List<Object> choices = new ArrayList<>(names);
    return SchemaObjects.of(
        "anyOf", List.of(SchemaObjects.of("enum", choices), SchemaObjects.of("type", "null")));
  }

  private static Map<String, Object> nothing() {
    return SchemaObjects.of("type", List.of("array", "null"), "maxItems", 0);
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return SchemaObjects.of("type", List.of("array", "null"), "items", items);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return SchemaObjects.of(
        "type", "object", "additionalProperties", false, "properties", properties);
  }
}
