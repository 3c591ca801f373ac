package com.spokefleet.testing.server;

/** A query the platform answers with 400 and this message. */
final class BadQueryException extends Exception {
  private final Reply reply;

  BadQueryException(String message) {
    super(message);
    reply = ErrorReplies.badRequest(message);
  }

  Reply reply() {
    return reply;
  }
}
