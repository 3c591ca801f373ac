package com.spokefleet.testing.server;

/** A query the platform answers with 400 and this message. */
final class BadQueryException extends Exception {
  BadQueryException(String message) {
    super(message);
  }
}
