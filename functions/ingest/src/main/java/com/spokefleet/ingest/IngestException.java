package com.spokefleet.ingest;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the engine itself, such as a stored state that cannot be read or a wrong setting.
 */
public final class IngestException extends SpokefleetException {
  public IngestException(FailureKind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }
}
