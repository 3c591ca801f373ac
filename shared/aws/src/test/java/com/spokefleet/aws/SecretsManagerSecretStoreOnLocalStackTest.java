package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
final class SecretsManagerSecretStoreOnLocalStackTest extends SecretsManagerSecretStoreSuite {
  SecretsManagerSecretStoreOnLocalStackTest(AwsEndpoints aws) {
    super(aws);
  }
}
