package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.infra.bucket.ClosedBucket;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.infra.naming.HubArns;
import com.spokefleet.infra.spoke.OrgFeed;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * The lake. Who writes is told by tags of the writing role, so its policy is as long for hundreds
 * of orgs as for one: a role writes and reads objects of the org it is tagged with, and one that is
 * tagged metrics-only writes no details whatever else it may.
 */
final class LakeBucket extends Construct {
  /** A day's object is replaced by every tick, so old versions are many times the lake itself. */
  private static final int OLD_VERSION_DAYS = 7;

  private static final int ACCESS_LOG_DAYS = 365;

  private static final String ORG_OF_PRINCIPAL =
      "org_id=${aws:PrincipalTag/" + FleetNames.ORG_ID_TAG + "}/*";

  private static final String FEED_OF_PRINCIPAL =
      OrgFeed.folder("${aws:PrincipalTag/" + FleetNames.ORG_TAG + "}") + "*";

  private final Key key;
  private final Bucket bucket;
  private final Bucket accessLog;

  LakeBucket(Construct scope, String id, Fleet fleet, List<IPrincipal> accounts) {
    super(scope, id);
    FleetNames names = new FleetNames(fleet.name());
    key =
        Key.Builder.create(this, "Key")
            .alias(names.of("lake"))
            .description("The lake of fleet " + fleet.name())
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    accessLog =
        ClosedBucket.forAccessLog(
            this, "AccessLog", names.hubBucket("access", Stack.of(this)), ACCESS_LOG_DAYS);
    bucket =
        ClosedBucket.of(
            this,
            "Bucket",
            fleet.hub().lakeBucket(),
            key,
            accessLog,
            "lake/",
            ClosedBucket.lasting(OLD_VERSION_DAYS));
    admitOrgs(fleet, accounts);
    admitToFeeds(fleet, accounts);
    refuse();
    admitToKey(fleet, accounts);
  }

  Bucket bucket() {
    return bucket;
  }

  Key key() {
    return key;
  }

  Bucket accessLog() {
    return accessLog;
  }

  private void admitOrgs(Fleet fleet, List<IPrincipal> accounts) {
    Map<String, String> ofFleet = Map.of(tag(FleetNames.FLEET_TAG), fleet.name());
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("OrgsHaveTheirOwnPartitions")
            .principals(accounts)
            .actions(List.of("s3:GetObject", "s3:PutObject"))
            .resources(List.of(bucket.arnForObjects("*/" + ORG_OF_PRINCIPAL)))
            .conditions(Map.of("StringEquals", ofFleet))
            .build());
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("OrgsSeeTheirOwnNames")
            .principals(accounts)
            .actions(List.of("s3:ListBucket"))
            .resources(List.of(bucket.getBucketArn()))
            .conditions(
                Map.of(
                    "StringEquals",
                    ofFleet,
                    "StringLike",
                    Map.of("s3:prefix", List.of("*/" + ORG_OF_PRINCIPAL, FEED_OF_PRINCIPAL))))
            .build());
  }

  private void admitToFeeds(Fleet fleet, List<IPrincipal> accounts) {
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("OrgsReadTheirOwnFeeds")
            .principals(accounts)
            .actions(List.of("s3:GetObject"))
            .resources(List.of(bucket.arnForObjects(FEED_OF_PRINCIPAL)))
            .conditions(Map.of("StringEquals", Map.of(tag(FleetNames.FLEET_TAG), fleet.name())))
            .build());
  }

  private void refuse() {
    bucket.addToResourcePolicy(
        deny("NoDetailsOfMetricsOnlyOrgs")
            .resources(
                DetailTables.NAMES.stream().map(name -> bucket.arnForObjects(name + "/*")).toList())
            .conditions(
                Map.of("StringEquals", Map.of(tag(FleetNames.RESIDENCY_TAG), "metrics-only")))
            .build());
    // Without a header the bucket encrypts by its own key; a header could say otherwise.
    bucket.addToResourcePolicy(
        deny("NoOtherEncryption")
            .resources(List.of(bucket.arnForObjects("*")))
            .conditions(
                Map.of(
                    "StringNotEqualsIfExists",
                    Map.of("s3:x-amz-server-side-encryption", "aws:kms"),
                    "Null",
                    Map.of("s3:x-amz-server-side-encryption", "false")))
            .build());
    bucket.addToResourcePolicy(
        deny("NoOtherKey")
            .resources(List.of(bucket.arnForObjects("*")))
            .conditions(
                Map.of(
                    "StringNotEquals",
                    Map.of("s3:x-amz-server-side-encryption-aws-kms-key-id", key.getKeyArn()),
                    "Null",
                    Map.of("s3:x-amz-server-side-encryption-aws-kms-key-id", "false")))
            .build());
  }

  private void admitToKey(Fleet fleet, List<IPrincipal> accounts) {
    HubArns hub = new HubArns(fleet, Stack.of(this));
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("OrgsThroughTheLake")
            .principals(accounts)
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of("*"))
            .conditions(
                Map.of(
                    "StringEquals",
                    Map.of(
                        tag(FleetNames.FLEET_TAG),
                        fleet.name(),
                        "kms:ViaService",
                        hub.storageService(),
                        "kms:EncryptionContext:aws:s3:arn",
                        hub.lake())))
            .build());
  }

  private static PolicyStatement.Builder deny(String sid) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .effect(Effect.DENY)
        .principals(List.of(new AnyPrincipal()))
        .actions(List.of("s3:PutObject"));
  }

  private static String tag(String name) {
    return "aws:PrincipalTag/" + name;
  }
}
