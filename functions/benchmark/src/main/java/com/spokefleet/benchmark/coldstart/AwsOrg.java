package com.spokefleet.benchmark.coldstart;

import com.spokefleet.aws.EmbeddedDynamoDb;
import com.spokefleet.aws.EmbeddedS3;
import com.spokefleet.aws.EmbeddedSecretsManager;
import com.spokefleet.aws.TestClients;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A fake org, and the S3, DynamoDB and Secrets Manager of its function, in this process. */
final class AwsOrg implements AutoCloseable {
  private static final String ORG = "measured";
  private static final String SECRET = "spokefleet/measured";

  private final FakeGenesysCloud cloud;
  private final EmbeddedS3 s3 = new EmbeddedS3();
  private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start();
  private final EmbeddedSecretsManager secrets = new EmbeddedSecretsManager();
  private final Map<String, String> environment = new TreeMap<>();

  AwsOrg(Path folder) throws Exception {
    Clock clock = Clock.systemUTC();
    cloud =
        FakeGenesysCloud.start(
            List.of(
                FakeOrgSettings.named(ORG, 5, clock.instant().minus(Duration.ofHours(1))).build()),
            clock);
    FakeOrg org = cloud.org(ORG);
    OneOrgFleet.write(folder, ServedOrg.of(org), 1);
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(
        fleet, Files.readString(fleet).replace("env:MEASURED", "secretsmanager:" + SECRET));
    try (S3Client buckets = TestClients.s3(s3.address());
        DynamoDbClient tables = TestClients.dynamoDb(dynamoDb.address());
        SecretsManagerClient values = TestClients.secretsManager(secrets.address())) {
      values.createSecret(
          secret ->
              secret
                  .name(SECRET)
                  .secretString(
                      "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                          .formatted(org.clientId(), org.clientSecret())));
      environment.put("SPOKEFLEET_LAKE", "s3://" + TestClients.newBucket(buckets));
      environment.put(
          "SPOKEFLEET_QUARANTINE", "s3://" + TestClients.newBucket(buckets) + "/quarantine");
      environment.put("SPOKEFLEET_CHECKPOINTS", "dynamodb:" + TestClients.newTable(tables));
    }
    environment.put("SPOKEFLEET_FLEET", fleet.toString());
    environment.put("SPOKEFLEET_ORG", ORG);
    environment.put("SPOKEFLEET_SCRATCH", folder.resolve("scratch").toString());
    environment.put("AWS_ENDPOINT_URL_S3", s3.address().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.address().toString());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.address().toString());
    // As the servers' own clients sign: DynamoDB Local keeps tables by key, S3Proxy knows no token.
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SESSION_TOKEN", "");
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  @Override
  public void close() throws IOException {
    cloud.close();
    secrets.close();
    try {
      s3.close();
      dynamoDb.close();
    } catch (Exception failure) {
      throw new IOException("Cannot stop the embedded servers", failure);
    }
  }
}
