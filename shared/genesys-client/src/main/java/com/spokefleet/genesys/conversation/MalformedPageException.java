package com.spokefleet.genesys.conversation;

/** The bytes are not a page of conversation details. The message holds nothing of the content. */
public final class MalformedPageException extends Exception {
  MalformedPageException(String message) {
    super(message);
  }
}
