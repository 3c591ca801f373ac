package com.spokefleet.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Base of all failures we raise. The message starts with "Cannot" and names org, dataset, window
 * and page.
 */
public abstract class SpokefleetException extends RuntimeException {
  private final FailureKind kind;

  protected SpokefleetException(FailureKind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public final FailureKind kind() {
    return kind;
  }
}
