package com.spokefleet.siem.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.siem.predicate.FieldValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The flat fields of an event, read from the JSON that a SIEM is sent. */
public final class EventRecord implements FieldValues {
  private final Map<String, List<String>> values;

  private EventRecord(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @param fields the object that holds them: {@code event} of a record for Splunk, {@code genesys}
   *     of one for Datadog
   */
  public static EventRecord of(JsonNode fields) {
    Map<String, List<String>> values = HashMap.newHashMap(fields.size());
    fields
        .properties()
        .forEach(
            field -> {
              List<String> texts = texts(field.getValue());
              if (!texts.isEmpty()) {
                values.put(field.getKey(), texts);
              }
            });
    return new EventRecord(values);
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      String text = value.asText();
      return value.isNull() || text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>(value.size());
    value.forEach(element -> texts.addAll(texts(element)));
    return texts;
  }

  @Override
  public List<String> of(String field) {
    return values.getOrDefault(field, List.of());
  }
}
