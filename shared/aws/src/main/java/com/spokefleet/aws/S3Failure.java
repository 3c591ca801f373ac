package com.spokefleet.aws;

import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What S3's answers mean, in particular to a conditional write. */
final class S3Failure {
  private S3Failure() {}

  static StoreException of(SdkException failure, Access access, String deed) {
    if (failure instanceof SdkServiceException answered) {
      if (access == Access.WRITE && preconditionDidNotHold(answered)) {
        return new StoreException(
            FailureKind.CONFLICT,
            "Cannot " + deed + ": it changed since it was read; " + AwsFailure.reason(failure),
            failure);
      }
      if (answered.statusCode() == 403) {
        return new StoreException(
            AwsFailure.kindOf(failure, access),
            "Cannot "
                + deed
                + ": access denied (S3 also says this of an object that is missing, to a role"
                + " without s3:ListBucket); "
                + AwsFailure.reason(failure),
            failure);
      }
    }
    return new StoreException(
        AwsFailure.kindOf(failure, access),
        "Cannot " + deed + ": " + AwsFailure.reason(failure),
        failure);
  }

  /**
   * 412: the ETag differs, or there is an object already. 409: another conditional write to the key
   * was under way. 404 NoSuchKey: the object whose ETag was read is gone.
   */
  private static boolean preconditionDidNotHold(SdkServiceException failure) {
    return switch (failure.statusCode()) {
      case 412, 409 -> true;
      case 404 -> AwsFailure.codeOf(failure).equals("NoSuchKey");
      default -> false;
    };
  }
}
