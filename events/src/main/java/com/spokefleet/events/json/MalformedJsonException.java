package com.spokefleet.events.json;

/**
 * The bytes are not the JSON that is wanted. Has no stack trace: a batch may hold thousands of
 * them, and where they come from is the data.
 */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1;

  private final JsonFault fault;

  MalformedJsonException(JsonFault fault, int offset) {
    super("Cannot read the JSON at byte " + offset + ": " + fault, null, false, false);
    this.fault = fault;
  }

  public JsonFault fault() {
    return fault;
  }
}
