package com.spokefleet.testing.stream.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a JSON object as a search sees them: nested names joined by a point, every element
 * of an array a value of its own, and no nulls.
 */
public final class FlatFields {
  private FlatFields() {}

  public static SortedMap<String, List<String>> of(JsonNode object) {
    SortedMap<String, List<String>> fields = new TreeMap<>();
    object.properties().forEach(field -> add(fields, field.getKey(), field.getValue()));
    return fields;
  }

  private static void add(SortedMap<String, List<String>> fields, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> add(fields, name + "." + field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(element -> add(fields, name, element));
    } else if (!value.isNull()) {
      fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value.asText());
    }
  }
}
