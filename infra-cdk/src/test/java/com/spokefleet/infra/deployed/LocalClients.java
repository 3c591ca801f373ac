package com.spokefleet.infra.deployed;

import com.spokefleet.aws.AwsEndpoints;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Clients of whoever deploys and looks afterwards, whom no policy hinders. */
final class LocalClients {
  /** DynamoDB Local keeps tables by this and the region. */
  static final String ACCESS_KEY = "test";

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, "test"));

  private LocalClients() {}

  static S3Client s3(AwsEndpoints aws, String region) {
    return S3Client.builder()
        .endpointOverride(aws.s3())
        .region(Region.of(region))
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  static DynamoDbClient dynamoDb(AwsEndpoints aws, String region) {
    return DynamoDbClient.builder()
        .endpointOverride(aws.dynamoDb())
        .region(Region.of(region))
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  static SecretsManagerClient secretsManager(AwsEndpoints aws, String region) {
    return SecretsManagerClient.builder()
        .endpointOverride(aws.secretsManager())
        .region(Region.of(region))
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
