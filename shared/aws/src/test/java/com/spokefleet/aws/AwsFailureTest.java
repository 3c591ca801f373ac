package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

final class AwsFailureTest {
  @ParameterizedTest
  @MethodSource
  void shouldLeaveTheOutcomeOpen_whenAWriteMayHaveArrived(SdkException failure) {
    assertThat(AwsFailure.kindOf(failure, Access.WRITE)).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(AwsFailure.kindOf(failure, Access.READ)).isEqualTo(FailureKind.RETRYABLE);
  }

  static SdkException[] shouldLeaveTheOutcomeOpen_whenAWriteMayHaveArrived() {
    return new SdkException[] {
      broken(new SocketTimeoutException("Read timed out")),
      broken(new SocketException("Connection reset")),
      broken(new IOException("Broken pipe")),
      ApiCallAttemptTimeoutException.create(1_000),
      ApiCallTimeoutException.create(1_000),
      AbortedException.create("interrupted")
    };
  }

  @ParameterizedTest
  @MethodSource
  void shouldAllowTheSameWriteAgain_whenNoConnectionWasMade(IOException cause) {
    assertThat(AwsFailure.kindOf(broken(cause), Access.WRITE)).isEqualTo(FailureKind.RETRYABLE);
    assertThat(AwsFailure.kindOf(broken(cause), Access.READ)).isEqualTo(FailureKind.RETRYABLE);
  }

  static IOException[] shouldAllowTheSameWriteAgain_whenNoConnectionWasMade() {
    return new IOException[] {
      new ConnectException("Connection refused"), new UnknownHostException("s3.example")
    };
  }

  @Test
  void shouldBePermanent_whenThereAreNoCredentials() {
    SdkException failure = SdkClientException.create("Unable to load credentials");

    assertThat(AwsFailure.kindOf(failure, Access.WRITE)).isEqualTo(FailureKind.PERMANENT);
  }

  private static SdkException broken(IOException cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }
}
