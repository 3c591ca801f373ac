package com.spokefleet.genesys.audit;

/** The bytes are no result of an audit query. The message holds nothing of the content. */
final class MalformedAuditsException extends Exception {
  MalformedAuditsException(String message) {
    super(message);
  }
}
