package com.spokefleet.infra.spoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * What an org's ingestion may do in its own region: its checkpoints, its secret, its raw copies.
 */
final class OwnAccess {
  private final OrgStorage storage;
  private final IngestSettings settings;

  OwnAccess(OrgStorage storage, IngestSettings settings) {
    this.storage = storage;
    this.settings = settings;
  }

  List<PolicyStatement> statements() {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        allow("Checkpoints", List.of("dynamodb:GetItem", "dynamodb:PutItem"))
            .resources(List.of(storage.checkpoints().getTableArn()))
            .build());
    statements.add(
        allow("Secrets", List.of("secretsmanager:GetSecretValue"))
            .resources(settings.secrets().stream().map(OwnAccess::named).toList())
            .build());
    statements.add(
        allow("OwnKey", List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of(storage.key().getKeyArn()))
            .build());
    if (settings.keepsRaw()) {
      statements.add(
          allow("Quarantine", List.of("s3:GetObject", "s3:PutObject"))
              .resources(List.of(storage.raw().arnForObjects(OrgStorage.QUARANTINE + "*")))
              .build());
      statements.add(
          allow("QuarantineNames", List.of("s3:ListBucket"))
              .resources(List.of(storage.raw().getBucketArn()))
              .conditions(
                  Map.of("StringLike", Map.of("s3:prefix", List.of(OrgStorage.QUARANTINE + "*"))))
              .build());
    }
    statements.add(
        allow("Landed", List.of("events:PutEvents"))
            .resources(List.of(settings.hub().bus()))
            .build());
    if (!settings.edgeStreams().isEmpty()) {
      statements.add(
          allow("EdgeMetrics", List.of("firehose:PutRecordBatch"))
              .resources(settings.edgeStreams())
              .build());
    }
    return statements;
  }

  private static PolicyStatement.Builder allow(String sid, List<String> actions) {
    return PolicyStatement.Builder.create().sid(sid).actions(actions);
  }

  /** A secret known by its name has six characters more in its ARN; one of the stack is exact. */
  private static String named(ISecret secret) {
    String whole = secret.getSecretFullArn();
    return whole == null ? secret.getSecretArn() + "-??????" : whole;
  }
}
