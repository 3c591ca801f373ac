package com.spokefleet.aws;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** Our own clients, pointed at a test's endpoint. */
public final class TestClients {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private TestClients() {}

  public static S3Client s3(URI endpoint) {
    return s3Builder(endpoint).build();
  }

  static S3ClientBuilder s3Builder(URI endpoint) {
    return clients().s3Builder().endpointOverride(endpoint).credentialsProvider(CREDENTIALS);
  }

  public static DynamoDbClient dynamoDb(URI endpoint) {
    return clients()
        .dynamoDbBuilder()
        .endpointOverride(endpoint)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  public static SecretsManagerClient secretsManager(URI endpoint) {
    return secretsManagerBuilder(endpoint).build();
  }

  static SecretsManagerClientBuilder secretsManagerBuilder(URI endpoint) {
    return clients()
        .secretsManagerBuilder()
        .endpointOverride(endpoint)
        .credentialsProvider(CREDENTIALS);
  }

  /** A bucket nobody else has. */
  public static String newBucket(S3Client client) {
    String bucket = "lake-" + UUID.randomUUID();
    client.createBucket(request -> request.bucket(bucket));
    return bucket;
  }

  /** A table nobody else has. */
  public static String newTable(DynamoDbClient client) {
    String table = "checkpoints-" + UUID.randomUUID();
    client.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attribute -> attribute.attributeName("pk").attributeType(ScalarAttributeType.S))
                .keySchema(key -> key.attributeName("pk").keyType(KeyType.HASH)));
    // The client's own waiter looks every 20 seconds.
    try (DynamoDbWaiter waiter =
        DynamoDbWaiter.builder()
            .client(client)
            .overrideConfiguration(
                often ->
                    often
                        .maxAttempts(1_000)
                        .backoffStrategyV2(
                            BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(20))))
            .build()) {
      waiter.waitUntilTableExists(request -> request.tableName(table));
    }
    return table;
  }

  /** Three attempts without waiting. */
  static StoreRetry retry() {
    return new StoreRetry(
        3,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        RandomGenerator.of("L64X128MixRandom"),
        pause -> {});
  }

  private static AwsClients clients() {
    return new AwsClients(Region.EU_CENTRAL_1);
  }
}
