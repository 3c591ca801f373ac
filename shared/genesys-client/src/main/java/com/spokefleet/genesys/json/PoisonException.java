package com.spokefleet.genesys.json;

import com.fasterxml.jackson.core.JsonParser;

/** Leaves the decoding of one record; costs no stack trace. */
public final class PoisonException extends Exception {
  private PoisonException(String reason) {
    super(reason, null, false, false);
  }

  /** The path holds positions and known names only, nothing of the content. */
  public static PoisonException at(JsonParser parser, String fault) {
    return new PoisonException(parser.getParsingContext().pathAsPointer() + " " + fault);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
