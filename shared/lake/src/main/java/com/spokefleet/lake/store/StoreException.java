package com.spokefleet.lake.store;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import org.jspecify.annotations.Nullable;

/**
 * An object or checkpoint could not be read or written. {@link FailureKind#CONFLICT}: the
 * precondition did not hold and nothing was written. {@link FailureKind#UNKNOWN_OUTCOME}: the write
 * may have happened.
 */
public final class StoreException extends SpokefleetException {
  public StoreException(FailureKind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }
}
