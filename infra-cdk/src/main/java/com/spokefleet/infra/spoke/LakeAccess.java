package com.spokefleet.infra.spoke;

import com.spokefleet.config.Residency;
import com.spokefleet.infra.hub.DetailTables;
import com.spokefleet.infra.naming.HubArns;
import com.spokefleet.ingest.LakePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What an org's ingestion may do in the lake: with objects of its own org, and no others. */
final class LakeAccess {
  private final OrgScope org;
  private final HubArns hub;

  LakeAccess(OrgScope org, HubArns hub) {
    this.org = org;
    this.hub = hub;
  }

  List<PolicyStatement> statements() {
    LakePaths paths = LakePaths.of(org.spoke());
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        PolicyStatement.Builder.create()
            .sid("OwnPartitions")
            .actions(List.of("s3:GetObject", "s3:PutObject"))
            .resources(objects(paths.written()))
            .build());
    if (!paths.read().isEmpty()) {
      statements.add(
          PolicyStatement.Builder.create()
              .sid("OwnFeeds")
              .actions(List.of("s3:GetObject"))
              .resources(objects(paths.read()))
              .build());
    }
    if (org.spoke().residency() == Residency.METRICS_ONLY) {
      statements.add(
          PolicyStatement.Builder.create()
              .sid("NoDetails")
              .effect(Effect.DENY)
              .actions(List.of("s3:PutObject"))
              .resources(objects(DetailTables.NAMES.stream().map(name -> name + "/").toList()))
              .build());
    }
    statements.add(
        PolicyStatement.Builder.create()
            .sid("OwnNames")
            .actions(List.of("s3:ListBucket"))
            .resources(List.of(hub.lake()))
            .conditions(Map.of("StringLike", Map.of("s3:prefix", names(paths))))
            .build());
    // The id of the lake's key is not known outside its stack; what it is used for is.
    statements.add(
        PolicyStatement.Builder.create()
            .sid("LakeKey")
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of(hub.keys()))
            .conditions(
                Map.of(
                    "StringEquals",
                    Map.of(
                        "kms:ViaService",
                        hub.storageService(),
                        "kms:EncryptionContext:aws:s3:arn",
                        hub.lake())))
            .build());
    return statements;
  }

  private List<String> objects(List<String> prefixes) {
    return prefixes.stream().map(prefix -> hub.lakeObjects(prefix + "*")).toList();
  }

  private static List<String> names(LakePaths paths) {
    return Stream.concat(paths.written().stream(), paths.read().stream())
        .map(prefix -> prefix + "*")
        .toList();
  }
}
