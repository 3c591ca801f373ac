package com.spokefleet.genesys.conversation;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;

/**
 * A job's page led back to itself, so following its cursors would never end. The job's result
 * cannot be trusted to be whole; another job can.
 */
public final class RepeatedCursorException extends SpokefleetException {
  public RepeatedCursorException(String purpose) {
    super(
        FailureKind.BAD_DATA,
        "Cannot get " + purpose + ": its cursor leads back to a page that was read already",
        null);
  }
}
