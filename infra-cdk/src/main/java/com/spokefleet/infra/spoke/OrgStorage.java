package com.spokefleet.infra.spoke;

import com.spokefleet.infra.bucket.ClosedBucket;
import com.spokefleet.infra.function.OwnAccount;
import com.spokefleet.infra.naming.OrgNames;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * What an org keeps in its own region: its key, its checkpoints, and a bucket of raw copies (what
 * could not be read, what a SIEM did not take, transcripts), which expire.
 */
public final class OrgStorage extends Construct {
  /** Where in the raw bucket the ingestion puts what it could not read. */
  public static final String QUARANTINE = "quarantine/";

  /** Where in the raw bucket delivery streams put what they could not deliver. */
  public static final String BACKUP = "backup/";

  /** Where in the raw bucket transcripts are. */
  public static final String TRANSCRIPTS = "transcripts/";

  private static final int ACCESS_LOG_DAYS = 90;

  private final Key key;
  private final Bucket raw;
  private final Table checkpoints;

  /**
   * @param rawDays how long raw copies are kept
   */
  public OrgStorage(Construct scope, String id, OrgNames names, int rawDays) {
    super(scope, id);
    key =
        Key.Builder.create(this, "Key")
            .alias(names.of("raw"))
            .description("Raw copies, dead letters and checkpoints of " + names.org())
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    // Rules, archives and alarms write to what is encrypted in their own name.
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("EventsAndAlarms")
            .principals(
                List.of(
                    new ServicePrincipal("events.amazonaws.com"),
                    new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(
                List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:GenerateDataKey",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo"))
            .resources(List.of("*"))
            .conditions(OwnAccount.condition(this))
            .build());
    Bucket accessLog =
        ClosedBucket.forAccessLog(
            this, "AccessLog", names.bucket("access", Stack.of(this)), ACCESS_LOG_DAYS);
    raw =
        ClosedBucket.of(
            this,
            "Raw",
            names.bucket("raw", Stack.of(this)),
            key,
            accessLog,
            "raw/",
            ClosedBucket.expiring(rawDays));
    checkpoints =
        Table.Builder.create(this, "Checkpoints")
            .tableName(names.of("checkpoints"))
            .partitionKey(Attribute.builder().name("pk").type(AttributeType.STRING).build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .encryption(TableEncryption.CUSTOMER_MANAGED)
            .encryptionKey(key)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  public Key key() {
    return key;
  }

  public Bucket raw() {
    return raw;
  }

  public Table checkpoints() {
    return checkpoints;
  }
}
