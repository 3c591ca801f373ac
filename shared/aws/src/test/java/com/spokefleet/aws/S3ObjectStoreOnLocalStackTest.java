package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
final class S3ObjectStoreOnLocalStackTest extends S3ObjectStoreSuite {
  S3ObjectStoreOnLocalStackTest(AwsEndpoints aws) {
    super(aws);
  }
}
