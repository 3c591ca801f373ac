package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedAws.class)
final class S3ObjectStoreTest extends S3ObjectStoreSuite {
  S3ObjectStoreTest(AwsEndpoints aws) {
    super(aws);
  }
}
