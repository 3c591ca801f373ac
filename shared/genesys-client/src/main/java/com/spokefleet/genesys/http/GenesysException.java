package com.spokefleet.genesys.http;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Genesys Cloud could not be asked or gave no usable answer. Messages never hold a token or a
 * payload.
 */
public final class GenesysException extends SpokefleetException {
  private final int status;
  private final @Nullable String code;
  private final @Nullable String correlationId;
  private final @Nullable Instant resumeAt;

  private GenesysException(
      FailureKind kind,
      String message,
      int status,
      @Nullable String code,
      @Nullable String correlationId,
      @Nullable Instant resumeAt,
      @Nullable Throwable cause) {
    super(kind, message, cause);
    this.status = status;
    this.code = code;
    this.correlationId = correlationId;
    this.resumeAt = resumeAt;
  }

  /** A failure that no HTTP answer stands behind, or whose answer was readable HTTP but wrong. */
  public static GenesysException of(FailureKind kind, String message, @Nullable Throwable cause) {
    return new GenesysException(kind, message, 0, null, null, null, cause);
  }

  /** The work may go on at {@code resumeAt}, which lies past the deadline of this run. */
  public static GenesysException resumable(FailureKind kind, String message, Instant resumeAt) {
    return new GenesysException(kind, message, 0, null, null, resumeAt, null);
  }

  static GenesysException from(
      Failure failure, String message, @Nullable FailureKind kind, @Nullable Instant resumeAt) {
    return new GenesysException(
        kind == null ? failure.kind() : kind,
        message,
        failure.status(),
        failure.code(),
        failure.correlationId(),
        resumeAt,
        failure.cause());
  }

  /** HTTP status of the last answer; empty when none arrived. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Genesys' own error code, such as {@code too.many.requests.retry.after}. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  public Optional<String> correlationId() {
    return Optional.ofNullable(correlationId);
  }

  /** When asking again makes sense; set on THROTTLED and DEADLINE. */
  public Optional<Instant> resumeAt() {
    return Optional.ofNullable(resumeAt);
  }
}
