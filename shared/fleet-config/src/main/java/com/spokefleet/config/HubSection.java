package com.spokefleet.config;

import java.util.List;

/** {@code hub} of fleet.yaml. */
final class HubSection {
  static final Key<String> AWS_REGION =
      Key.required("awsRegion", ScalarTypes.AWS_REGION, "AWS region of the lake.");
  static final Key<String> LAKE_BUCKET =
      Key.required("lakeBucket", ScalarTypes.BUCKET, "Name of the S3 bucket that holds the lake.");
  static final Key<String> AWS_ACCOUNT =
      Key.optional(
          "awsAccount",
          AwsTypes.ACCOUNT,
          "AWS account of the lake, 12 digits in quotes; absent: the account of the deployment.");
  static final Key<List<Located<SectionValues>>> READERS =
      Key.optional(
          "readers",
          new ListOf<>(LakeReaderSection.SECTION, 0),
          "Who reads the lake, each its own tables and nothing else.");

  static final Section SECTION =
      new Section("Where the lake lives.", List.of(AWS_REGION, LAKE_BUCKET, AWS_ACCOUNT, READERS));

  private HubSection() {}

  static Hub build(SectionValues values) {
    return new Hub(
        values.get(AWS_REGION),
        values.get(LAKE_BUCKET),
        values.optional(AWS_ACCOUNT),
        values.optional(READERS).orElse(List.of()).stream()
            .map(reader -> LakeReaderSection.build(reader.value()))
            .toList());
  }
}
