package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.field.Field;
import com.spokefleet.siem.field.FieldDictionary;
import com.spokefleet.siem.field.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facets and measures that dashboards and monitors want. Datadog has no public API that creates
 * them, so the list is for a person: Log Explorer, "Add a facet".
 */
final class FacetList {
  /** Attributes of ours, and what Datadog has of its own, wherever they stand in a text. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile("@(?:genesys|usr|network|evt)\\.[a-z0-9_]+(?:\\.[a-z0-9_]+)*");

  private static final Pattern COMPARED = Pattern.compile("(@genesys\\.[a-z0-9_]+):[<>]");

  private FacetList() {}

  /** All attributes that the objects ask for. */
  static SortedSet<String> attributes(List<DatadogObject> objects) {
    return found(objects, ATTRIBUTE, 0);
  }

  static ArrayNode of(List<DatadogObject> objects) {
    SortedSet<String> measures = found(objects, COMPARED, 1);
    objects.forEach(object -> addAggregated(object.body(), measures));
    ArrayNode facets = Json.texts();
    for (String attribute : attributes(objects)) {
      Optional<Field> field = FieldDictionary.findInDatadog(attribute);
      boolean isNumber =
          field
              .map(known -> known.type() == FieldType.NUMBER || known.type() == FieldType.NUMBERS)
              .orElse(false);
      ObjectNode facet =
          facets
              .addObject()
              .put("path", attribute)
              .put("kind", isNumber && measures.contains(attribute) ? "measure" : "facet")
              .put("type", isNumber ? "double" : "string")
              .put("group", "Genesys Cloud");
      facet.put("description", field.map(Field::meaning).orElse("Made by the pipeline."));
    }
    return facets;
  }

  /** Attributes that something other than their different values is counted of. */
  private static void addAggregated(JsonNode node, SortedSet<String> measures) {
    if (node.has("metric") && !node.path("aggregation").asText().equals("cardinality")) {
      measures.add(node.path("metric").asText());
    }
    node.forEach(child -> addAggregated(child, measures));
  }

  private static SortedSet<String> found(List<DatadogObject> objects, Pattern pattern, int group) {
    SortedSet<String> found = new TreeSet<>();
    for (DatadogObject object : objects) {
      // Steps of the pipeline name what they make; nobody has to search for all of that.
      if (object.kind() != DatadogKind.PIPELINE) {
        Matcher matcher = pattern.matcher(object.body().toString());
        while (matcher.find()) {
          found.add(matcher.group(group));
        }
      }
    }
    return found;
  }
}
