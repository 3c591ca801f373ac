package com.spokefleet.cli.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.schema.RecordShape;
import com.spokefleet.genesys.schema.SchemaComparison;
import com.spokefleet.genesys.schema.SchemaDifference;
import com.spokefleet.genesys.schema.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What comparing files with the known shapes came to, for people and for programs. */
record SchemaReport(Map<RecordShape, SchemaComparison> comparisons) {

  /**
   * @param withRemoved whether to list fields that never came instead of counting them
   */
  List<String> lines(boolean withRemoved) {
    List<String> lines = new ArrayList<>();
    comparisons.forEach(
        (shape, comparison) -> {
          List<SchemaDifference> differences = comparison.differences();
          long attention = differences.stream().filter(SchemaDifference::needsAttention).count();
          lines.add(
              "%s: %d records, %s"
                  .formatted(
                      shape.label(),
                      comparison.records(),
                      attention == 0
                          ? "nothing added or retyped"
                          : attention + " added or retyped"));
          differences.stream()
              .filter(one -> withRemoved || one.kind() != Kind.REMOVED)
              .forEach(one -> lines.add("  " + line(one)));
          long missing = differences.stream().filter(one -> one.kind() == Kind.REMOVED).count();
          if (!withRemoved && missing > 0) {
            lines.add(
                "  note: %d known fields never came; --removed lists them".formatted(missing));
          }
        });
    return lines;
  }

  private static String line(SchemaDifference one) {
    String times = " (%d times, first in %s)".formatted(one.count(), one.firstSource());
    return switch (one.kind()) {
      case ADDED -> "added: " + one.path() + ", " + one.found() + times;
      case RETYPED ->
          "retyped: %s was %s, is %s%s".formatted(one.path(), one.expected(), one.found(), times);
      case NEW_VALUE -> "note: new value \"" + one.found() + "\" of " + one.path() + times;
      case REMOVED -> "note: never came: " + one.path();
    };
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putArray("shapes");
    comparisons.forEach(
        (shape, comparison) -> {
          ObjectNode entry = document.withArray("shapes").addObject();
          entry.put("shape", shape.label());
          entry.put("records", comparison.records());
          for (Kind kind : Kind.values()) {
            entry.putArray(memberOf(kind));
          }
          for (SchemaDifference one : comparison.differences()) {
            ObjectNode difference = entry.withArray(memberOf(one.kind())).addObject();
            difference.put("path", one.path());
            if (!one.expected().isEmpty()) {
              difference.put("expected", one.expected());
            }
            if (one.kind() != Kind.REMOVED) {
              difference.put("found", one.found());
              difference.put("count", one.count());
              difference.put("first", one.firstSource());
            }
          }
        });
    return document;
  }

  private static String memberOf(Kind kind) {
    return kind == Kind.NEW_VALUE ? "newValues" : kind.name().toLowerCase(Locale.ROOT);
  }
}
