package com.spokefleet.config;

import java.util.Map;

/**
 * The published JSON Schema (draft 2020-12) of fleet.yaml, made from the declaration that the
 * parser reads by. Editors complete and check with it. It accepts every file that {@link
 * FleetParser} accepts; checks between values, such as unique names, are the parser's alone.
 */
public final class FleetSchema {
  private FleetSchema() {}

  /** The schema as indented JSON, ending in a line break; the same text every time. */
  public static String json() {
    Map<String, Object> schema =
        SchemaObjects.of(
            "$schema", "https://json-schema.org/draft/2020-12/schema", "title", "fleet.yaml");
    FleetSection.SECTION.schema().forEach(schema::put);
    schema.put("$defs", FilterSchema.definitions());
    return JsonText.indented(schema) + "\n";
  }
}
