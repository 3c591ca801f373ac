package com.spokefleet.config;

/** Single values of fleet.yaml that name something in AWS. */
final class AwsTypes {
  /** A text, because a number would lose its leading zeros. */
  static final Scalar<String> ACCOUNT =
      ScalarTypes.matching(
          "[0-9]{12}", "must be the 12 digits of an AWS account, such as \"111122223333\"");

  /** A role or user: a whole account as reader would be everybody in it. */
  static final Scalar<String> PRINCIPAL =
      ScalarTypes.matching(
          "arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]{1,512}",
          "must be the ARN of an IAM role or user, such as"
              + " arn:aws:iam::111122223333:role/tableau-bridge");

  static final Scalar<String> VPC_ENDPOINT =
      ScalarTypes.matching(
          "vpce-([0-9a-f]{8}|[0-9a-f]{17})",
          "must be the id of a VPC endpoint, such as vpce-0123456789abcdef0");

  static final Scalar<String> TABLE =
      ScalarTypes.matching(
          "[a-z][a-z0-9_]{0,63}",
          "must be the name of a table: lower-case letters, digits and underscores");

  private AwsTypes() {}
}
