package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedAws.class)
final class DynamoDbCheckpointStoreTest extends DynamoDbCheckpointStoreSuite {
  DynamoDbCheckpointStoreTest(AwsEndpoints aws) {
    super(aws);
  }
}
