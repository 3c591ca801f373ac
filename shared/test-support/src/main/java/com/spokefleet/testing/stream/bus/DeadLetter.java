package com.spokefleet.testing.stream.bus;

import java.time.Instant;
import java.util.Map;

/**
 * A message of a dead-letter queue: the event as it was, and why it is here.
 *
 * @param attributes RULE_ARN, TARGET_ARN, ERROR_CODE, ERROR_MESSAGE, RETRY_ATTEMPTS, and
 *     EXHAUSTED_RETRY_CONDITION if retrying ended
 */
public record DeadLetter(
    String messageId, String body, Map<String, String> attributes, Instant sentAt) {
  public DeadLetter {
    attributes = Map.copyOf(attributes);
  }
}
