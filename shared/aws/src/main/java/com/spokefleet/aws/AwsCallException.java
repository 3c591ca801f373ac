package com.spokefleet.aws;

import com.spokefleet.telemetry.SpokefleetException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call to a service of the event stream failed as a whole. {@code UNKNOWN_OUTCOME}: the service
 * may have carried it out.
 */
public final class AwsCallException extends SpokefleetException {
  private AwsCallException(SdkException failure, Access access, String deed) {
    super(
        AwsFailure.kindOf(failure, access),
        "Cannot " + deed + ": " + AwsFailure.reason(failure),
        failure);
  }

  static AwsCallException of(SdkException failure, Access access, String deed) {
    return new AwsCallException(failure, access, deed);
  }
}
