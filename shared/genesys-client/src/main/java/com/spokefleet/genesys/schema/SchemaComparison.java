package com.spokefleet.genesys.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.genesys.schema.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds pages and records against a baseline, one after the other, and adds up how they differ. Of
 * something unknown only the outermost field is told, and nothing is told of values but those of
 * fields with few known ones. Not thread-safe.
 */
public final class SchemaComparison {
  private static final int LONGEST_VALUE = 60;

  private final SchemaBaseline baseline;
  private final Map<String, SchemaDifference> differences = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private long records;
  private String source = "";

  public SchemaComparison(SchemaBaseline baseline) {
    this.baseline = baseline;
  }

  /**
   * Adds a page or a single record.
   *
   * @param from names the document in differences
   */
  public void add(JsonNode document, String from) {
    source = from;
    String listMember = baseline.shape().listMember();
    if (baseline.shape().isPage(document)) {
      records += document.path(listMember).size();
      members(document, "");
    } else {
      records++;
      value(document, listMember + "[]");
    }
  }

  public long records() {
    return records;
  }

  /** What was found, what needs attention first, each kind by path. */
  public List<SchemaDifference> differences() {
    List<SchemaDifference> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      differences.values().stream().filter(one -> one.kind() == kind).forEach(all::add);
    }
    baseline.fields().forEach((path, field) -> addIfRemoved(all, path, field));
    return List.copyOf(all);
  }

  private void members(JsonNode object, String path) {
    object
        .properties()
        .forEach(
            member -> {
              String name = member.getKey();
              JsonNode value = member.getValue();
              baseline
                  .member(path, name)
                  .ifPresentOrElse(
                      known -> value(value, known),
                      () ->
                          count(
                              Kind.ADDED,
                              path.isEmpty() ? name : path + "." + name,
                              "",
                              FieldType.of(value).toString()));
            });
  }

  private void value(JsonNode value, String path) {
    seen.add(path);
    KnownField known = baseline.field(path);
    if (value.isNull() || known == null || known.type() == FieldType.ANY) {
      return;
    }
    FieldType found = FieldType.of(value);
    if (!known.type().admits(found)) {
      count(Kind.RETYPED, path, known.type().toString(), found.toString());
      return;
    }
    switch (found) {
      case OBJECT -> members(value, path);
      case ARRAY -> value.forEach(element -> value(element, path + "[]"));
      case STRING -> {
        if (!known.values().isEmpty() && !known.values().contains(value.asText())) {
          count(Kind.NEW_VALUE, path, "", shown(value.asText()));
        }
      }
      case INTEGER, NUMBER, BOOLEAN, ANY -> {}
    }
  }

  private void count(Kind kind, String path, String expected, String found) {
    differences.merge(
        kind + " " + path + " " + found,
        new SchemaDifference(kind, path, expected, found, 1, source),
        (before, once) ->
            new SchemaDifference(
                kind, path, expected, found, before.count() + 1, before.firstSource()));
  }

  /** A field is missing where its object came and it did not; of a missing object only itself. */
  private void addIfRemoved(List<SchemaDifference> all, String path, KnownField field) {
    boolean isElement = path.endsWith("[]") || path.endsWith(".*");
    int point = path.lastIndexOf('.');
    if (!isElement
        && point > 0
        && seen.contains(path.substring(0, point))
        && !seen.contains(path)) {
      all.add(new SchemaDifference(Kind.REMOVED, path, field.type().toString(), "", 0, ""));
    }
  }

  private static String shown(String value) {
    String oneLine = value.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= LONGEST_VALUE ? oneLine : oneLine.substring(0, LONGEST_VALUE) + "…";
  }
}
