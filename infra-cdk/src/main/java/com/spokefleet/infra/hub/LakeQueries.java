package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.infra.bucket.ClosedBucket;
import com.spokefleet.infra.naming.FleetNames;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Where Athena's queries run: a workgroup that decides where results go, how they are encrypted,
 * and how much one query may read. Results go after a day.
 */
final class LakeQueries extends Construct {
  /** A tebibyte, some five dollars: no extract reads that much, a forgotten WHERE does. */
  private static final long MOST_BYTES = 1L << 40;

  private final Bucket results;
  private final LakeBucket lake;
  private final CfnWorkGroup workgroup;

  LakeQueries(Construct scope, String id, Fleet fleet, LakeBucket lake) {
    super(scope, id);
    this.lake = lake;
    FleetNames names = new FleetNames(fleet.name());
    results =
        ClosedBucket.of(
            this,
            "Results",
            names.hubBucket("results", Stack.of(this)),
            lake.key(),
            lake.accessLog(),
            "results/",
            ClosedBucket.expiring(1));
    workgroup =
        workgroup(
            "Workgroup",
            names.workgroup(),
            "Queries of the lake of fleet " + fleet.name(),
            "fleet/");
  }

  Bucket results() {
    return results;
  }

  String workgroup() {
    return workgroup.getName();
  }

  /**
   * Another workgroup, with a folder of its own for results.
   *
   * @param folder in the bucket of results, ending with a slash
   */
  CfnWorkGroup workgroup(String id, String name, String description, String folder) {
    return CfnWorkGroup.Builder.create(this, id)
        .name(name)
        .description(description)
        .state("ENABLED")
        .workGroupConfiguration(
            CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                .enforceWorkGroupConfiguration(true)
                .publishCloudWatchMetricsEnabled(true)
                .bytesScannedCutoffPerQuery(MOST_BYTES)
                .engineVersion(
                    CfnWorkGroup.EngineVersionProperty.builder()
                        .selectedEngineVersion("Athena engine version 3")
                        .build())
                .resultConfiguration(
                    CfnWorkGroup.ResultConfigurationProperty.builder()
                        .outputLocation("s3://" + results.getBucketName() + "/" + folder)
                        .encryptionConfiguration(
                            CfnWorkGroup.EncryptionConfigurationProperty.builder()
                                .encryptionOption("SSE_KMS")
                                .kmsKey(lake.key().getKeyArn())
                                .build())
                        .build())
                .build())
        .build();
  }
}
