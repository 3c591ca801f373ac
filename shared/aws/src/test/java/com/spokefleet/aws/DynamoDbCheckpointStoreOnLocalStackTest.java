package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
final class DynamoDbCheckpointStoreOnLocalStackTest extends DynamoDbCheckpointStoreSuite {
  DynamoDbCheckpointStoreOnLocalStackTest(AwsEndpoints aws) {
    super(aws);
  }
}
