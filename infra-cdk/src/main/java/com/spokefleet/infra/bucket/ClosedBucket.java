package com.spokefleet.infra.bucket;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * What all buckets have in common: closed to the public, reached over TLS 1.2 only, versioned,
 * encrypted, and left where they are when their stack goes.
 */
public final class ClosedBucket {
  private static final int UNFINISHED_UPLOAD_DAYS = 2;

  private ClosedBucket() {}

  /** A bucket under a key of ours, whose accesses are logged under a prefix. */
  public static Bucket of(
      Construct scope,
      String id,
      String name,
      IKey key,
      IBucket accessLog,
      String logPrefix,
      LifecycleRule lifecycle) {
    return closed(scope, id, name, lifecycle)
        .encryption(BucketEncryption.KMS)
        .encryptionKey(key)
        .bucketKeyEnabled(true)
        .serverAccessLogsBucket(accessLog)
        .serverAccessLogsPrefix(logPrefix)
        .build();
  }

  /** A bucket for logs of access, which S3 writes under no other key than its own. */
  public static Bucket forAccessLog(Construct scope, String id, String name, int days) {
    return closed(scope, id, name, expiring(days)).encryption(BucketEncryption.S3_MANAGED).build();
  }

  /** Objects go after so many days. */
  public static LifecycleRule expiring(int days) {
    return LifecycleRule.builder()
        .id("expire")
        .expiration(Duration.days(days))
        .noncurrentVersionExpiration(Duration.days(1))
        .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOAD_DAYS))
        .build();
  }

  /** Objects stay; what they were before goes after so many days. */
  public static LifecycleRule lasting(int oldVersionDays) {
    return LifecycleRule.builder()
        .id("old-versions")
        .noncurrentVersionExpiration(Duration.days(oldVersionDays))
        .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOAD_DAYS))
        .build();
  }

  private static Bucket.Builder closed(
      Construct scope, String id, String name, LifecycleRule lifecycle) {
    return Bucket.Builder.create(scope, id)
        .bucketName(name)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .enforceSsl(true)
        .minimumTlsVersion(1.2)
        .versioned(true)
        .lifecycleRules(List.of(lifecycle))
        .removalPolicy(RemovalPolicy.RETAIN);
  }
}
