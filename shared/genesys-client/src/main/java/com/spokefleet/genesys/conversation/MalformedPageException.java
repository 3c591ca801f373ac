package com.spokefleet.genesys.conversation;

import org.jspecify.annotations.Nullable;

/** The bytes are not a page of conversation details. The message holds nothing of the content. */
public final class MalformedPageException extends Exception {
  MalformedPageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
