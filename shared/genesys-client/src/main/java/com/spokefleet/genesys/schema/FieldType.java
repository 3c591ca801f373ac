package com.spokefleet.genesys.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** JSON types, whole numbers told apart from others. */
public enum FieldType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  /** No source tells the type. */
  ANY;

  static FieldType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
      case BOOLEAN -> BOOLEAN;
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case BINARY, MISSING, NULL, POJO -> ANY;
    };
  }

  /** Whether a value of the other type can stand where this one is expected. */
  boolean admits(FieldType other) {
    return this == ANY || this == other || (this == NUMBER && other == INTEGER);
  }

  static FieldType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
