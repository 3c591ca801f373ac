package com.spokefleet.normalize;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;

/**
 * One conversation record that cannot become rows; it belongs into quarantine, whole. The message
 * names org and conversation and never repeats a value that could identify a customer.
 */
public final class InvalidConversationException extends SpokefleetException {
  InvalidConversationException(String orgId, String conversationId, String reason) {
    super(
        FailureKind.BAD_DATA,
        "Cannot normalize conversation " + conversationId + " of org " + orgId + ": " + reason,
        null);
  }
}
