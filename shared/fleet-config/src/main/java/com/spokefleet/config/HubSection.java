package com.spokefleet.config;

import java.util.List;

/** {@code hub} of fleet.yaml. */
final class HubSection {
  static final Key<String> AWS_REGION =
      Key.required("awsRegion", ScalarTypes.AWS_REGION, "AWS region of the lake.");
  static final Key<String> LAKE_BUCKET =
      Key.required("lakeBucket", ScalarTypes.BUCKET, "Name of the S3 bucket that holds the lake.");

  static final Section SECTION =
      new Section("Where the lake lives.", List.of(AWS_REGION, LAKE_BUCKET));

  private HubSection() {}

  static Hub build(SectionValues values) {
    return new Hub(values.get(AWS_REGION), values.get(LAKE_BUCKET));
  }
}
