package com.spokefleet.genesys.conversation;

/** Leaves the decoding of one record; costs no stack trace. */
final class PoisonException extends Exception {
  PoisonException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
