package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@ExtendWith(EmbeddedAws.class)
final class AwsClientsTest {
  private final AwsClients clients = new AwsClients(Region.EU_CENTRAL_1);

  @Test
  void shouldLeaveRepeatingAWriteToTheStores() {
    try (S3Client s3 = clients.s3();
        DynamoDbClient dynamoDb = clients.dynamoDb();
        SecretsManagerClient secretsManager = clients.secretsManager()) {
      assertThat(attempts(s3.serviceClientConfiguration())).isEqualTo(1);
      assertThat(attempts(dynamoDb.serviceClientConfiguration())).isEqualTo(1);
      assertThat(attempts(secretsManager.serviceClientConfiguration())).isGreaterThan(1);
    }
  }

  @Test
  void shouldUseTheGivenRegion() {
    try (S3Client s3 = clients.s3()) {
      assertThat(s3.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
    }
  }

  /** The seam by which the same functions run on one machine: handlers hold no test code. */
  @Test
  void shouldUseTheEndpointOfTheSurroundings(AwsEndpoints aws) {
    Map<String, String> settings =
        Map.of(
            "aws.endpointUrlS3", aws.s3().toString(),
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");
    settings.forEach(System::setProperty);
    try (S3Client s3 = clients.s3()) {
      String bucket = TestClients.newBucket(s3);

      assertThat(s3.listObjectsV2(request -> request.bucket(bucket)).contents()).isEmpty();
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static int attempts(AwsServiceClientConfiguration configuration) {
    return configuration.overrideConfiguration().retryStrategy().orElseThrow().maxAttempts();
  }
}
