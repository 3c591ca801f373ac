package com.spokefleet.events.json;

/** Why bytes are not the JSON that is wanted. */
public enum JsonFault {
  /** Ends in the middle, or goes on after its end. */
  INCOMPLETE,
  /** A character where none such may stand. */
  SYNTAX,
  /** Bytes that are not UTF-8. */
  ENCODING,
  /** More levels than {@link JsonScanner#MAXIMUM_DEPTH}. */
  TOO_DEEP
}
