package com.spokefleet.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * The one place that builds AWS clients. Credentials come from the SDK's default chain, and another
 * endpoint from {@code AWS_ENDPOINT_URL} or {@code AWS_ENDPOINT_URL_S3}, {@code _DYNAMODB}, {@code
 * _SECRETS_MANAGER} (name a loopback endpoint by its IP address, so that S3 puts the bucket into
 * the path). The caller closes the clients.
 *
 * <p>All use java.net's HTTP client: of the SDK's three it is the smallest and starts as fast.
 */
public final class AwsClients {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  private final Region region;

  public AwsClients(Region region) {
    this.region = region;
  }

  /** For {@link S3ObjectStore}. A large upload is answered only when S3 has stored it. */
  public S3Client s3() {
    return s3Builder().build();
  }

  /** For {@link DynamoDbCheckpointStore}. */
  public DynamoDbClient dynamoDb() {
    return dynamoDbBuilder().build();
  }

  /** For {@link SecretsManagerSecretStore}. It only reads, so the SDK's own retries are right. */
  public SecretsManagerClient secretsManager() {
    return secretsManagerBuilder().build();
  }

  /**
   * Does not retry: an SDK that repeats a conditional write after a lost answer meets its own first
   * write and reports a conflict that never was. The store knows which calls it may repeat.
   */
  S3ClientBuilder s3Builder() {
    return S3Client.builder()
        .region(region)
        .httpClientBuilder(http(Duration.ofSeconds(60)))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  /** Does not retry, for the same reason. */
  DynamoDbClientBuilder dynamoDbBuilder() {
    return DynamoDbClient.builder()
        .region(region)
        .httpClientBuilder(http(Duration.ofSeconds(10)))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  SecretsManagerClientBuilder secretsManagerBuilder() {
    return SecretsManagerClient.builder()
        .region(region)
        .httpClientBuilder(http(Duration.ofSeconds(10)))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
  }

  private static UrlConnectionHttpClient.Builder http(Duration silence) {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT_WITHIN)
        .socketTimeout(silence);
  }
}
