package com.spokefleet.lake.table;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;

/** A row does not fit its table, or the rows of a unit do not fit together: always bad data. */
public final class RowException extends SpokefleetException {
  public RowException(String message) {
    super(FailureKind.BAD_DATA, message, null);
  }
}
