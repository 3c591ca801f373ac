package com.spokefleet.genesys.json;

/** The bytes are not a page of what was asked for. The message holds nothing of the content. */
public final class MalformedPageException extends Exception {
  public MalformedPageException(String message) {
    super(message);
  }
}
