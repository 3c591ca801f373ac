package com.spokefleet.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps in a fixed order, so that the published schema is the same every time. */
final class SchemaObjects {
  private SchemaObjects() {}

  /** Name, value, name, value… */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static Map<String, Object> with(String name, Object value, Map<String, Object> rest) {
    Map<String, Object> object = of(name, value);
    rest.forEach(object::putIfAbsent);
    return object;
  }

  static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(object);
    extended.put(name, value);
    return extended;
  }
}
