package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Deleting a stack deletes no data; what is kept is encrypted, closed, and expires where it must.
 */
final class DataStaysTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();

  private static final Set<String> HOLD_DATA =
      Set.of(
          "AWS::S3::Bucket",
          "AWS::DynamoDB::Table",
          "AWS::KMS::Key",
          "AWS::SecretsManager::Secret");

  @Test
  void whatHoldsDataOutlivesItsStack() {
    int found = 0;
    for (Resource resource : resources()) {
      boolean deadLetters =
          resource.type().equals("AWS::SQS::Queue") && resource.id().contains("DeadLetters");
      if (HOLD_DATA.contains(resource.type()) || deadLetters) {
        found++;
        assertThat(resource.node().path("DeletionPolicy").asText())
            .as(resource.toString())
            .isEqualTo("Retain");
        assertThat(resource.node().path("UpdateReplacePolicy").asText())
            .as(resource.toString())
            .isEqualTo("Retain");
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void everyBucketIsClosedEncryptedVersionedAndLogged() {
    for (Template template : FLEET.templates().values()) {
      for (Resource bucket : template.resources("AWS::S3::Bucket")) {
        JsonNode closed = bucket.property("PublicAccessBlockConfiguration");
        assertThat(closed).as(bucket.toString()).hasSize(4).allMatch(JsonNode::asBoolean);
        assertThat(bucket.property("VersioningConfiguration").path("Status").asText())
            .isEqualTo("Enabled");
        assertThat(bucket.property("LifecycleConfiguration").path("Rules")).isNotEmpty();
        boolean isLog = bucket.id().contains("AccessLog");
        String algorithm = bucket.property("BucketEncryption").findPath("SSEAlgorithm").asText();
        assertThat(algorithm).as(bucket.toString()).isEqualTo(isLog ? "AES256" : "aws:kms");
        assertThat(bucket.property("LoggingConfiguration").isMissingNode()).isEqualTo(isLog);
        assertThat(denials(template, bucket)).as(bucket.toString()).contains("aws:SecureTransport");
      }
    }
  }

  @Test
  void rawCopiesExpire() {
    for (var spoke : FLEET.fleet().spokes()) {
      Template template = FLEET.template(spoke.name());
      Resource raw =
          template.resources("AWS::S3::Bucket").stream()
              .filter(bucket -> bucket.id().startsWith("StorageRaw"))
              .findFirst()
              .orElseThrow();
      assertThat(
              raw.property("LifecycleConfiguration")
                  .path("Rules")
                  .path(0)
                  .path("ExpirationInDays")
                  .asInt())
          .isEqualTo((int) FLEET.fleet().operations().rawRetention().toDays());
      for (Resource queue : template.resources("AWS::SQS::Queue")) {
        assertThat(queue.property("MessageRetentionPeriod").asLong()).isPositive();
        assertThat(queue.property("KmsMasterKeyId").isMissingNode()).isFalse();
      }
    }
  }

  @Test
  void theLakeItselfNeverExpires() {
    Resource lake = lake();
    for (JsonNode rule : lake.property("LifecycleConfiguration").path("Rules")) {
      assertThat(rule.has("ExpirationInDays")).isFalse();
    }
  }

  @Test
  void theLakeRefusesOtherEncryptionAndDetailsOfMetricsOnlyOrgs() {
    Template hub = FLEET.template("hub");
    assertThat(denials(hub, lake()))
        .contains("aws:SecureTransport", "s3:x-amz-server-side-encryption", "metrics-only");
  }

  /** The policy of the lake does not grow with the number of orgs. */
  @Test
  void theLakesPolicyKnowsOrgsByTheirTag() {
    String policy =
        FLEET.template("hub").resources("AWS::S3::BucketPolicy").stream()
            .filter(one -> one.property("Bucket").path("Ref").asText().equals(lake().id()))
            .map(one -> one.node().toString())
            .findFirst()
            .orElseThrow();
    assertThat(policy).contains("org_id=${aws:PrincipalTag/spokefleet-org-id}/*");
    for (var spoke : FLEET.fleet().spokes()) {
      assertThat(policy).doesNotContain(spoke.orgId());
    }
  }

  @Test
  void noTemplateHoldsASecret() {
    for (Resource secret : resources()) {
      if (secret.type().equals("AWS::SecretsManager::Secret")) {
        assertThat(secret.property("SecretString").isMissingNode()).isTrue();
      }
    }
  }

  private static Resource lake() {
    String name = FLEET.fleet().hub().lakeBucket();
    return FLEET.template("hub").resources("AWS::S3::Bucket").stream()
        .filter(bucket -> bucket.property("BucketName").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String denials(Template template, Resource bucket) {
    StringBuilder denials = new StringBuilder();
    for (Resource policy : template.resources("AWS::S3::BucketPolicy")) {
      if (policy.property("Bucket").path("Ref").asText().equals(bucket.id())) {
        for (JsonNode statement : policy.property("PolicyDocument").path("Statement")) {
          if (statement.path("Effect").asText().equals("Deny")) {
            denials.append(statement);
          }
        }
      }
    }
    return denials.toString();
  }

  private static List<Resource> resources() {
    return FLEET.templates().values().stream()
        .flatMap(template -> template.resources().stream())
        .toList();
  }
}
