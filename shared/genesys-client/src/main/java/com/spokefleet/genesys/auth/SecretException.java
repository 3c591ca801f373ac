package com.spokefleet.genesys.auth;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import org.jspecify.annotations.Nullable;

/** Credentials could not be read; the message names the reference, never its content. */
public final class SecretException extends SpokefleetException {
  public SecretException(FailureKind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }

  static SecretException permanent(String reference, String reason) {
    return new SecretException(
        FailureKind.PERMANENT, "Cannot read credentials '" + reference + "': " + reason, null);
  }
}
