package com.spokefleet.infra.event;

import com.spokefleet.config.Destination;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.OrgSecrets;
import com.spokefleet.infra.spoke.OrgStorage;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * One org's delivery to one SIEM: buffered for a minute or a megabyte, transformed, and kept in the
 * raw bucket if the transformation or the SIEM fails.
 */
final class DeliveryStream extends Construct {
  private static final int BUFFER_SECONDS = 60;
  private static final int BUFFER_MEGABYTES = 1;

  /** Splunk has that long to say that events are indexed. */
  private static final int ACKNOWLEDGEMENT_SECONDS = 300;

  /** The longest Firehose tries; what then fails is in the bucket, to be replayed. */
  private static final int RETRY_SECONDS = 7_200;

  private final Destination destination;
  private final TransformFunction transform;
  private final String name;
  private final CfnDeliveryStream stream;

  DeliveryStream(
      Construct scope,
      String id,
      OrgScope org,
      OrgStorage storage,
      OrgSecrets secrets,
      Destination destination) {
    super(scope, id);
    this.destination = destination;
    transform = new TransformFunction(this, "Function", org, destination, secrets);
    StreamParts parts = new StreamParts(this, org, storage, destination.name());
    ISecret secret = secrets.shared(secretOf(destination));
    parts.allow(
        PolicyStatement.Builder.create()
            .sid("Transform")
            .actions(List.of("lambda:InvokeFunction", "lambda:GetFunctionConfiguration"))
            .resources(List.of(transform.aliasArn()))
            .build());
    secret.grantRead(parts.role());
    name = parts.name();
    stream = parts.stream(builder -> delivering(builder, parts, secret));
  }

  Destination destination() {
    return destination;
  }

  TransformFunction transform() {
    return transform;
  }

  String name() {
    return name;
  }

  String arn() {
    return stream.getAttrArn();
  }

  private static String secretOf(Destination destination) {
    return switch (destination) {
      case Destination.Splunk splunk -> splunk.token();
      case Destination.Datadog datadog -> datadog.apiKey();
    };
  }

  private void delivering(CfnDeliveryStream.Builder builder, StreamParts parts, ISecret secret) {
    switch (destination) {
      case Destination.Splunk splunk ->
          builder.splunkDestinationConfiguration(splunk(splunk, parts, secret));
      case Destination.Datadog datadog ->
          builder.httpEndpointDestinationConfiguration(datadog(datadog, parts, secret));
    }
  }

  private CfnDeliveryStream.SplunkDestinationConfigurationProperty splunk(
      Destination.Splunk splunk, StreamParts parts, ISecret secret) {
    return CfnDeliveryStream.SplunkDestinationConfigurationProperty.builder()
        .hecEndpoint(splunk.endpoint().toString())
        .hecEndpointType("Event")
        .hecAcknowledgmentTimeoutInSeconds(ACKNOWLEDGEMENT_SECONDS)
        .secretsManagerConfiguration(reading(parts, secret))
        .bufferingHints(
            CfnDeliveryStream.SplunkBufferingHintsProperty.builder()
                .intervalInSeconds(BUFFER_SECONDS)
                .sizeInMBs(BUFFER_MEGABYTES)
                .build())
        .retryOptions(
            CfnDeliveryStream.SplunkRetryOptionsProperty.builder()
                .durationInSeconds(RETRY_SECONDS)
                .build())
        .s3BackupMode("FailedEventsOnly")
        .s3Configuration(parts.backup())
        .processingConfiguration(parts.processing(transform.aliasArn()))
        .cloudWatchLoggingOptions(parts.logging("Delivery"))
        .build();
  }

  private CfnDeliveryStream.HttpEndpointDestinationConfigurationProperty datadog(
      Destination.Datadog datadog, StreamParts parts, ISecret secret) {
    return CfnDeliveryStream.HttpEndpointDestinationConfigurationProperty.builder()
        .endpointConfiguration(
            CfnDeliveryStream.HttpEndpointConfigurationProperty.builder()
                .name("Datadog")
                .url(DatadogAddress.find(datadog.site()).orElseThrow())
                .build())
        .secretsManagerConfiguration(reading(parts, secret))
        .roleArn(parts.role().getRoleArn())
        .bufferingHints(
            CfnDeliveryStream.BufferingHintsProperty.builder()
                .intervalInSeconds(BUFFER_SECONDS)
                .sizeInMBs(BUFFER_MEGABYTES)
                .build())
        .requestConfiguration(
            CfnDeliveryStream.HttpEndpointRequestConfigurationProperty.builder()
                .contentEncoding("GZIP")
                .build())
        .retryOptions(
            CfnDeliveryStream.RetryOptionsProperty.builder()
                .durationInSeconds(RETRY_SECONDS)
                .build())
        .s3BackupMode("FailedDataOnly")
        .s3Configuration(parts.backup())
        .processingConfiguration(parts.processing(transform.aliasArn()))
        .cloudWatchLoggingOptions(parts.logging("Delivery"))
        .build();
  }

  private static CfnDeliveryStream.SecretsManagerConfigurationProperty reading(
      StreamParts parts, ISecret secret) {
    return CfnDeliveryStream.SecretsManagerConfigurationProperty.builder()
        .enabled(true)
        .secretArn(secret.getSecretArn())
        .roleArn(parts.role().getRoleArn())
        .build();
  }

  /** What the metrics of its delivery are called in CloudWatch, by kind of destination. */
  String deliveryMetric(String figure) {
    return switch (destination) {
          case Destination.Splunk splunk -> "DeliveryToSplunk.";
          case Destination.Datadog datadog -> "DeliveryToHttpEndpoint.";
        }
        + figure;
  }
}
