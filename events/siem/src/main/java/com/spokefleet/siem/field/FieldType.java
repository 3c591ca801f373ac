package com.spokefleet.siem.field;

/** What the values of a field are. */
public enum FieldType {
  TEXT("text"),
  NUMBER("number"),
  BOOLEAN("boolean"),
  /** A text by ISO 8601, in UTC. */
  TIME("time"),
  TEXTS("list of texts"),
  NUMBERS("list of numbers");

  private final String words;

  FieldType(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean isList() {
    return this == TEXTS || this == NUMBERS;
  }
}
