package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * What AWS asks its policies when a request comes: the action itself, and the use of the key that
 * what it touches is encrypted with.
 */
final class NeededAccess {
  private final List<DeployedStack> stacks;

  NeededAccess(List<DeployedStack> stacks) {
    this.stacks = List.copyOf(stacks);
  }

  List<AccessRequest> of(AwsCall call) throws IOException {
    return switch (call.service()) {
      case "s3" -> ofStorage(call);
      case "dynamodb" -> ofTable(call);
      case "secretsmanager" -> ofSecret(call);
      case "firehose" ->
          List.of(
              request(
                  call,
                  "deliverystream/" + call.json().path("DeliveryStreamName").asText(),
                  Map.of()));
      case "events" -> ofBuses(call);
      case String other -> throw new IOException("Nobody expects a request to " + other);
    };
  }

  private List<AccessRequest> ofStorage(AwsCall call) throws IOException {
    String name = call.bucketAndKey()[0];
    Found bucket = found("AWS::S3::Bucket", name);
    requireRegion(call, bucket.stack());
    Map<String, String> context = new HashMap<>();
    context.put("aws:SecureTransport", "true");
    context.put("s3:TlsVersion", "1.3");
    if (call.query().containsKey("prefix")) {
      context.put("s3:prefix", call.query().getOrDefault("prefix", ""));
    }
    for (String header :
        List.of("x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id")) {
      if (call.headers().containsKey(header)) {
        context.put("s3:" + header, call.headers().getOrDefault(header, ""));
      }
    }
    String arn = "arn:aws:s3:::" + name;
    if (!call.isOfObject()) {
      if (!call.method().equals("GET")) {
        throw new IOException("Nobody expects a %s of a bucket".formatted(call.method()));
      }
      return List.of(new AccessRequest("s3:ListBucket", arn, context));
    }
    String action =
        switch (call.method()) {
          case "GET", "HEAD" -> "GetObject";
          case "PUT", "POST" -> "PutObject";
          case "DELETE" ->
              call.query().containsKey("uploadId") ? "AbortMultipartUpload" : "DeleteObject";
          case String other -> throw new IOException("Nobody expects " + other);
        };
    List<AccessRequest> needed = new ArrayList<>();
    needed.add(new AccessRequest("s3:" + action, arn + "/" + call.bucketAndKey()[1], context));
    JsonNode key = bucket.resource().property("BucketEncryption").findPath("KMSMasterKeyID");
    if (!key.isMissingNode()) {
      needed.add(
          new AccessRequest(
              action.equals("GetObject") ? "kms:Decrypt" : "kms:GenerateDataKey",
              bucket.stack().text(key),
              Map.of(
                  "kms:ViaService",
                  "s3.%s.amazonaws.com".formatted(call.region()),
                  "kms:EncryptionContext:aws:s3:arn",
                  arn)));
    }
    return needed;
  }

  private List<AccessRequest> ofTable(AwsCall call) throws IOException {
    Found table = found("AWS::DynamoDB::Table", call.json().path("TableName").asText());
    requireRegion(call, table.stack());
    return withKey(
        call,
        table,
        new AccessRequest(
            "dynamodb:" + call.operation(), table.stack().arn(table.resource()), Map.of()),
        table.resource().property("SSESpecification").path("KMSMasterKeyId"));
  }

  private List<AccessRequest> ofSecret(AwsCall call) throws IOException {
    Found secret = found("AWS::SecretsManager::Secret", call.json().path("SecretId").asText());
    requireRegion(call, secret.stack());
    return withKey(
        call,
        secret,
        new AccessRequest(
            "secretsmanager:" + call.operation(), secret.stack().arn(secret.resource()), Map.of()),
        secret.resource().property("KmsKeyId"));
  }

  private List<AccessRequest> ofBuses(AwsCall call) throws IOException {
    Set<AccessRequest> needed = new LinkedHashSet<>();
    for (JsonNode entry : call.json().path("Entries")) {
      needed.add(
          new AccessRequest(
              "events:" + call.operation(),
              entry.path("EventBusName").asText(),
              Map.of(
                  "events:source",
                  entry.path("Source").asText(),
                  "events:detail-type",
                  entry.path("DetailType").asText())));
    }
    return List.copyOf(needed);
  }

  private AccessRequest request(AwsCall call, String rest, Map<String, String> context) {
    String account =
        stacks.stream()
            .filter(
                stack ->
                    stack.template().resources("AWS::KinesisFirehose::DeliveryStream").stream()
                        .anyMatch(stream -> stack.arn(stream).endsWith(rest)))
            .map(DeployedStack::account)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("No " + rest));
    return new AccessRequest(
        call.service() + ":" + call.operation(),
        "arn:aws:%s:%s:%s:%s".formatted(call.service(), call.region(), account, rest),
        context);
  }

  private static List<AccessRequest> withKey(
      AwsCall call, Found found, AccessRequest request, JsonNode key) {
    return key.isMissingNode()
        ? List.of(request)
        : List.of(
            request,
            new AccessRequest(
                "kms:Decrypt",
                found.stack().text(key),
                Map.of(
                    "kms:ViaService",
                    "%s.%s.amazonaws.com".formatted(call.service(), call.region()))));
  }

  /** AWS has it in one region and knows nothing of it in another. */
  private static void requireRegion(AwsCall call, DeployedStack stack) throws IOException {
    if (!call.region().equals(stack.region())) {
      throw new IOException(
          "%s is in %s and asked for in %s".formatted(call.path(), stack.region(), call.region()));
    }
  }

  private record Found(DeployedStack stack, Resource resource) {}

  private Found found(String type, String name) throws IOException {
    for (DeployedStack stack : stacks) {
      for (Resource resource : stack.template().resources(type)) {
        if (stack.name(resource).equals(name)) {
          return new Found(stack, resource);
        }
      }
    }
    throw new IOException("There is no %s %s in any template".formatted(type, name));
  }
}
