package com.spokefleet.genesys.conversation;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;

/** Genesys pages through {@link #MAXIMUM_RESULTS} results of one query and no further. */
public final class PagingLimitException extends SpokefleetException {
  public static final int MAXIMUM_RESULTS = 100_000;

  public PagingLimitException(String purpose) {
    super(
        FailureKind.PERMANENT,
        "Cannot get %s: it lies beyond the %,d results Genesys gives per query"
            .formatted(purpose, MAXIMUM_RESULTS),
        null);
  }
}
