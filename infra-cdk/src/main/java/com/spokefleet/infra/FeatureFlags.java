package com.spokefleet.infra;

import java.util.Map;

/**
 * Which of the CDK's newer behaviours hold, whoever runs the program: in the code and not in
 * cdk.json, so that tests and the command line make the same templates.
 */
final class FeatureFlags {
  static final Map<String, Object> ALL =
      Map.of(
          "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
          "@aws-cdk/aws-lambda:recognizeVersionProps", true,
          "@aws-cdk/core:checkSecretUsage", true);

  private FeatureFlags() {}
}
