package com.spokefleet.events.json;

/** What a value is, told by its first character. */
public enum JsonKind {
  OBJECT,
  ARRAY,
  STRING,
  NUMBER,
  BOOLEAN,
  NULL;

  /** Neither an object nor an array. */
  public boolean isScalar() {
    return this != OBJECT && this != ARRAY;
  }
}
