package com.spokefleet.infra.event;

import com.spokefleet.infra.function.OwnAccount;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.OrgStorage;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnLogStream;
import software.constructs.Construct;

/**
 * What every delivery stream has: a role and a log of its own, encryption, and a place in the raw
 * bucket.
 */
final class StreamParts {
  /** Written by Firehose in the place of the kind of error, such as processing-failed. */
  private static final String KIND_OF_ERROR = "!{firehose:error-output-type}/";

  /** More would bring a batch near the six megabytes an answer may have. */
  private static final String BATCH_MEGABYTES = "1";

  private static final String BATCH_SECONDS = "10";
  private static final String TRIES = "3";

  private final Construct scope;
  private final OrgStorage storage;
  private final String part;
  private final String name;
  private final Role role;
  private final CfnLogGroup log;

  StreamParts(Construct scope, OrgScope org, OrgStorage storage, String part) {
    this.scope = scope;
    this.storage = storage;
    this.part = part;
    this.name = org.names().of(part);
    this.role =
        Role.Builder.create(scope, "Role")
            .roleName(org.names().of(part + "-delivery"))
            .description("Delivers events of %s to %s".formatted(org.spoke().name(), part))
            .assumedBy(OwnAccount.service(scope, "firehose.amazonaws.com"))
            .build();
    this.log =
        CfnLogGroup.Builder.create(scope, "Log")
            .logGroupName("/aws/kinesisfirehose/" + name)
            .retentionInDays(org.logDays())
            .build();
    log.applyRemovalPolicy(RemovalPolicy.DESTROY);
    allow(
        PolicyStatement.Builder.create()
            .sid("Log")
            .actions(List.of("logs:PutLogEvents"))
            .resources(List.of(log.getAttrArn()))
            .build());
  }

  String name() {
    return name;
  }

  Role role() {
    return role;
  }

  void allow(PolicyStatement statement) {
    role.addToPolicy(statement);
  }

  CfnDeliveryStream stream(Consumer<CfnDeliveryStream.Builder> destination) {
    CfnDeliveryStream.Builder builder =
        CfnDeliveryStream.Builder.create(scope, "Stream")
            .deliveryStreamName(name)
            .deliveryStreamType("DirectPut")
            .deliveryStreamEncryptionConfigurationInput(
                CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty.builder()
                    .keyType("CUSTOMER_MANAGED_CMK")
                    .keyArn(storage.key().getKeyArn())
                    .build());
    destination.accept(builder);
    CfnDeliveryStream stream = builder.build();
    // It tries the role when it is made, so all that the role may must be there.
    stream.getNode().addDependency(role);
    return stream;
  }

  CfnDeliveryStream.S3DestinationConfigurationProperty backup() {
    String prefix = OrgStorage.BACKUP + part + "/";
    allowWriting(prefix);
    return CfnDeliveryStream.S3DestinationConfigurationProperty.builder()
        .bucketArn(storage.raw().getBucketArn())
        .roleArn(role.getRoleArn())
        .prefix(prefix)
        .errorOutputPrefix(prefix + KIND_OF_ERROR)
        .compressionFormat("GZIP")
        .cloudWatchLoggingOptions(logging("Backup"))
        .build();
  }

  CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty objects(String prefix) {
    allowWriting(prefix);
    return CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty.builder()
        .bucketArn(storage.raw().getBucketArn())
        .roleArn(role.getRoleArn())
        .prefix(prefix)
        .errorOutputPrefix(OrgStorage.BACKUP + part + "/" + KIND_OF_ERROR)
        .compressionFormat("GZIP")
        .bufferingHints(
            CfnDeliveryStream.BufferingHintsProperty.builder()
                .intervalInSeconds(300)
                .sizeInMBs(64)
                .build())
        .processingConfiguration(
            CfnDeliveryStream.ProcessingConfigurationProperty.builder()
                .enabled(true)
                .processors(
                    List.of(
                        CfnDeliveryStream.ProcessorProperty.builder()
                            .type("AppendDelimiterToRecord")
                            .parameters(List.of(parameter("Delimiter", "\\n")))
                            .build()))
                .build())
        .cloudWatchLoggingOptions(logging("Delivery"))
        .build();
  }

  CfnDeliveryStream.ProcessingConfigurationProperty processing(String functionArn) {
    return CfnDeliveryStream.ProcessingConfigurationProperty.builder()
        .enabled(true)
        .processors(
            List.of(
                CfnDeliveryStream.ProcessorProperty.builder()
                    .type("Lambda")
                    .parameters(
                        List.of(
                            parameter("LambdaArn", functionArn),
                            parameter("RoleArn", role.getRoleArn()),
                            parameter("NumberOfRetries", TRIES),
                            parameter("BufferSizeInMBs", BATCH_MEGABYTES),
                            parameter("BufferIntervalInSeconds", BATCH_SECONDS)))
                    .build()))
        .build();
  }

  CfnDeliveryStream.CloudWatchLoggingOptionsProperty logging(String what) {
    CfnLogStream stream =
        CfnLogStream.Builder.create(scope, what + "Log")
            .logGroupName(log.getRef())
            .logStreamName(what)
            .build();
    return CfnDeliveryStream.CloudWatchLoggingOptionsProperty.builder()
        .enabled(true)
        .logGroupName(log.getRef())
        .logStreamName(stream.getRef())
        .build();
  }

  private void allowWriting(String prefix) {
    allow(
        PolicyStatement.Builder.create()
            .sid("Objects")
            .actions(List.of("s3:PutObject", "s3:AbortMultipartUpload"))
            .resources(
                List.of(
                    storage.raw().arnForObjects(prefix + "*"),
                    storage.raw().arnForObjects(OrgStorage.BACKUP + part + "/*")))
            .build());
    allow(
        PolicyStatement.Builder.create()
            .sid("Bucket")
            .actions(
                List.of("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"))
            .resources(List.of(storage.raw().getBucketArn()))
            .build());
    allow(
        PolicyStatement.Builder.create()
            .sid("Key")
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of(storage.key().getKeyArn()))
            .build());
  }

  private static CfnDeliveryStream.ProcessorParameterProperty parameter(String name, String value) {
    return CfnDeliveryStream.ProcessorParameterProperty.builder()
        .parameterName(name)
        .parameterValue(value)
        .build();
  }
}
