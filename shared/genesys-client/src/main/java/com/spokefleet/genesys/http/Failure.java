package com.spokefleet.genesys.http;

import com.spokefleet.telemetry.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Why one attempt failed.
 *
 * @param status 0 when no answer arrived
 * @param explanation the end of the sentence "Cannot get …: "
 */
record Failure(
    FailureKind kind,
    int status,
    String explanation,
    @Nullable String code,
    @Nullable String correlationId,
    @Nullable Throwable cause) {
  static Failure withoutAnswer(FailureKind kind, String explanation, Throwable cause) {
    return new Failure(kind, 0, explanation, null, null, cause);
  }
}
