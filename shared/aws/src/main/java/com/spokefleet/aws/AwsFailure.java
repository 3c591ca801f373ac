package com.spokefleet.aws;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * What a failure of the AWS SDK means for us. The line that matters: a write that may have reached
 * the service is {@code UNKNOWN_OUTCOME}; one that certainly did not is {@code RETRYABLE}.
 */
final class AwsFailure {
  /** The service read the request and refused it whole because it arrived late or damaged. */
  private static final Set<String> REFUSED_IN_TRANSIT =
      Set.of(
          "BadDigest",
          "InvalidDigest",
          "IncompleteBody",
          "RequestTimeout",
          "RequestTimeTooSkewed",
          "XAmzContentChecksumMismatch",
          "XAmzContentSHA256Mismatch");

  private AwsFailure() {}

  static FailureKind kindOf(SdkException failure, Access access) {
    if (failure instanceof SdkServiceException answered) {
      return kindOfAnswer(answered, access);
    }
    if (neverConnected(failure)) {
      return FailureKind.RETRYABLE;
    }
    if (failure.retryable() || gaveUpWaiting(failure) || brokeInTransit(failure)) {
      return maybeCarriedOut(access);
    }
    // No credentials, no region, an address that cannot be built: nothing left this machine.
    return FailureKind.PERMANENT;
  }

  private static FailureKind kindOfAnswer(SdkServiceException failure, Access access) {
    // 429 and the codes by which each service asks to slow down (S3: SlowDown with status 503).
    if (failure.isThrottlingException()) {
      return FailureKind.THROTTLED;
    }
    if (REFUSED_IN_TRANSIT.contains(codeOf(failure))) {
      return FailureKind.RETRYABLE;
    }
    return failure.statusCode() >= 500 ? maybeCarriedOut(access) : FailureKind.PERMANENT;
  }

  private static FailureKind maybeCarriedOut(Access access) {
    return switch (access) {
      case READ -> FailureKind.RETRYABLE;
      case WRITE -> FailureKind.UNKNOWN_OUTCOME;
    };
  }

  /**
   * The service's error code; empty when the answer carried none (an answer to HEAD never does).
   */
  static String codeOf(SdkServiceException failure) {
    if (failure instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
      String code = aws.awsErrorDetails().errorCode();
      return code == null ? "" : code;
    }
    return "";
  }

  /** For messages: status, code and the service's own words, or what broke on the way. */
  static String reason(SdkException failure) {
    if (!(failure instanceof SdkServiceException answered)) {
      return String.valueOf(failure.getMessage());
    }
    StringBuilder reason = new StringBuilder("HTTP ").append(answered.statusCode());
    String code = codeOf(answered);
    if (!code.isEmpty()) {
      reason.append(' ').append(code);
    }
    if (answered instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
      String words = aws.awsErrorDetails().errorMessage();
      reason.append(words == null ? "" : ": " + words);
    }
    if (answered.requestId() != null) {
      reason.append(" (request ").append(answered.requestId()).append(')');
    }
    return reason.toString();
  }

  private static boolean neverConnected(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private static boolean gaveUpWaiting(SdkException failure) {
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || failure instanceof AbortedException;
  }

  private static boolean brokeInTransit(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
