package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class AwsClientsTest {
  private final AwsClients clients = new AwsClients(Region.EU_CENTRAL_1);

  @Test
  void shouldRetryOnlyWhatIsSafeToRepeatBlindly() {
    try (S3Client s3 = clients.s3();
        DynamoDbClient dynamoDb = clients.dynamoDb();
        SecretsManagerClient secretsManager = clients.secretsManager()) {
      assertThat(
              s3.serviceClientConfiguration()
                  .overrideConfiguration()
                  .retryStrategy()
                  .orElseThrow()
                  .maxAttempts())
          .isEqualTo(1);
      assertThat(
              dynamoDb
                  .serviceClientConfiguration()
                  .overrideConfiguration()
                  .retryStrategy()
                  .orElseThrow()
                  .maxAttempts())
          .isEqualTo(1);
      assertThat(
              secretsManager
                  .serviceClientConfiguration()
                  .overrideConfiguration()
                  .retryStrategy()
                  .orElseThrow()
                  .maxAttempts())
          .isGreaterThan(1);
    }
  }

  @Test
  void shouldUseTheGivenRegion() {
    try (S3Client s3 = clients.s3()) {
      assertThat(s3.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
    }
  }
}
