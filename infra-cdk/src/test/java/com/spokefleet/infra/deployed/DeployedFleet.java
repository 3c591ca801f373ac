package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.aws.AwsEndpoints;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.SynthesisedFleet;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.lambda.FunctionPackage;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Two fake orgs, their fleet as synthesised, and an AWS with the buckets, tables and secrets that
 * the templates name. One org is in an account and a region of its own, the other, of which only
 * figures may leave it, in the hub's.
 */
final class DeployedFleet implements AutoCloseable {
  static final String FULL = "amer";
  static final String METRICS_ONLY = "emea";
  static final String HUB = "hub";

  private static final String HUB_ACCOUNT = "111122223333";
  private static final String ORG_ACCOUNT = "444455556666";
  private static final int CONVERSATIONS_PER_DAY = 1_500;
  private static final Duration HISTORY = Duration.ofHours(3);

  private final FakeGenesysCloud cloud;
  private final AwsEndpoints aws;
  private final SynthesisedFleet synthesised;
  private final Map<String, DeployedStack> stacks;
  private final Map<Path, Path> unzipped = new HashMap<>();

  DeployedFleet(AwsEndpoints aws) {
    this.aws = aws;
    Clock clock = Clock.systemUTC();
    cloud =
        FakeGenesysCloud.start(List.of(org(FULL, 11, clock), org(METRICS_ONLY, 12, clock)), clock);
    // An AWS outside this process may still have what an earlier run made.
    String name = "f" + HexFormat.of().toHexDigits(new Random().nextInt());
    synthesised = SynthesisedFleet.of(yaml(name));
    stacks =
        Map.of(
            HUB,
            new DeployedStack(
                synthesised.template(HUB), HUB_ACCOUNT, synthesised.fleet().hub().awsRegion()),
            FULL,
            stack(FULL, ORG_ACCOUNT),
            METRICS_ONLY,
            stack(METRICS_ONLY, HUB_ACCOUNT));
    stacks.values().forEach(this::make);
    for (FakeOrg org : cloud.orgs()) {
      fillIn(org);
    }
  }

  DeployedStack stack(String part) {
    DeployedStack stack = stacks.get(part);
    if (stack == null) {
      throw new IllegalArgumentException("No stack of " + part);
    }
    return stack;
  }

  List<DeployedStack> stacks() {
    return List.copyOf(stacks.values());
  }

  FakeOrg org(String name) {
    return cloud.org(name);
  }

  AwsEndpoints aws() {
    return aws;
  }

  String lakeBucket() {
    return synthesised.fleet().hub().lakeBucket();
  }

  /**
   * A function of an org, ready to be started.
   *
   * @param part what its name ends in
   */
  DeployedFunction function(String org, String part) {
    DeployedStack stack = stack(org);
    Resource function =
        stack.one("AWS::Lambda::Function", "FunctionName", stack.name() + "-" + part);
    return new DeployedFunction(this, stack, function, synthesised.folder());
  }

  /** A package as Lambda lays it down; no function writes there, so all share it. */
  synchronized Path unzipped(Path jar) throws IOException {
    Path folder = unzipped.get(jar);
    if (folder == null) {
      folder =
          FunctionPackage.unzip(jar, synthesised.folder().resolve("unzipped." + unzipped.size()));
      unzipped.put(jar, folder);
    }
    return folder;
  }

  S3Client buckets() {
    return LocalClients.s3(aws, synthesised.fleet().hub().awsRegion());
  }

  DynamoDbClient tables(String org) {
    return LocalClients.dynamoDb(aws, stack(org).region());
  }

  private DeployedStack stack(String name, String account) {
    Spoke spoke = synthesised.fleet().spoke(name).orElseThrow();
    return new DeployedStack(synthesised.template(name), account, spoke.awsRegion());
  }

  private void make(DeployedStack stack) {
    try (S3Client s3 = LocalClients.s3(aws, stack.region());
        DynamoDbClient dynamoDb = LocalClients.dynamoDb(aws, stack.region())) {
      for (Resource bucket : stack.template().resources("AWS::S3::Bucket")) {
        s3.createBucket(request -> request.bucket(stack.name(bucket)));
      }
      for (Resource table : stack.template().resources("AWS::DynamoDB::Table")) {
        make(dynamoDb, stack, table);
      }
    }
  }

  private static void make(DynamoDbClient dynamoDb, DeployedStack stack, Resource table) {
    JsonNode key = table.property("KeySchema").path(0);
    JsonNode attribute = table.property("AttributeDefinitions").path(0);
    dynamoDb.createTable(
        request ->
            request
                .tableName(stack.name(table))
                .billingMode(BillingMode.fromValue(table.property("BillingMode").asText()))
                .keySchema(
                    schema ->
                        schema
                            .attributeName(key.path("AttributeName").asText())
                            .keyType(KeyType.fromValue(key.path("KeyType").asText())))
                .attributeDefinitions(
                    definition ->
                        definition
                            .attributeName(attribute.path("AttributeName").asText())
                            .attributeType(
                                ScalarAttributeType.fromValue(
                                    attribute.path("AttributeType").asText()))));
    dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(stack.name(table)));
  }

  /** What a person does once: the stack makes the secret empty. */
  private void fillIn(FakeOrg org) {
    DeployedStack stack = stack(org.name());
    String secret = secret(synthesised.fleet().name(), org.name());
    stack.one("AWS::SecretsManager::Secret", "Name", secret);
    try (SecretsManagerClient secrets = LocalClients.secretsManager(aws, stack.region())) {
      secrets.createSecret(
          request ->
              request
                  .name(secret)
                  .secretString(
                      new ObjectMapper()
                          .createObjectNode()
                          .put("clientId", org.clientId())
                          .put("clientSecret", org.clientSecret())
                          .toString()));
    }
  }

  private static FakeOrgSettings org(String name, int seed, Clock clock) {
    return FakeOrgSettings.named(name, seed, clock.instant().minus(HISTORY))
        .conversationsPerDay(CONVERSATIONS_PER_DAY)
        .volume(Volume.EVEN)
        .oddities(DataOddities.none())
        .build();
  }

  private static String secret(String fleet, String org) {
    return "spokefleet/%s/%s".formatted(fleet, org);
  }

  private String yaml(String name) {
    return """
    name: %s
    hub:
      awsRegion: eu-central-1
      awsAccount: "%s"
      lakeBucket: %s-lake
    standards:
      serviceLevel:
        percent: 80
        threshold: 20s
      currency: EUR
    destinations:
      - name: soc
        type: splunk
        endpoint: https://http-inputs.splunk.example.com
        token: secretsmanager:spokefleet/splunk-token
        index: genesys
    spokes:
    """
            .formatted(name, HUB_ACCOUNT, name)
        + spoke(
            name,
            FULL,
            "us-east-1",
            """
                awsAccount: "%s"
                residency: full
                polls: [edge-metrics]
                eventSource: %s
            """
                .formatted(ORG_ACCOUNT, org(FULL).eventSource()))
        + spoke(
            name,
            METRICS_ONLY,
            "eu-central-1",
            """
                awsAccount: "%s"
                residency: metrics-only
            """
                .formatted(HUB_ACCOUNT));
  }

  private String spoke(String fleet, String name, String region, String more) {
    return """
      - name: %s
        orgId: %s
        genesysRegion: %s
        awsRegion: %s
        credentials: secretsmanager:%s
        timeZone: UTC
        currency: EUR
        businessRegion: EMEA
        schedule:
          historyDays: 1
        endpoints:
          api: %s
          login: %s
    """
            .formatted(
                name,
                org(name).orgId(),
                region,
                region,
                secret(fleet, name),
                org(name).api(),
                org(name).login())
        + more;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
