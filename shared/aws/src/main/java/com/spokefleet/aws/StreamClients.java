package com.spokefleet.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.FirehoseClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The one place that builds AWS clients of the event stream, apart from {@link AwsClients} so that
 * a function carries only those it uses. Credentials and another endpoint come from the same
 * places; the caller closes the clients.
 */
public final class StreamClients {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Region region;

  public StreamClients(Region region) {
    this.region = region;
  }

  /** For {@link FirehoseStream}. */
  public FirehoseClient firehose() {
    return firehoseBuilder().build();
  }

  /** For {@link SqsQueue}. */
  public SqsClient sqs() {
    return sqsBuilder().build();
  }

  /** For {@link EventArchive} and {@link EventBridgeLandings}. */
  public EventBridgeClient eventBridge() {
    return eventBridgeBuilder().build();
  }

  /** Does not retry: records sent again after a lost answer would be in the stream twice. */
  FirehoseClientBuilder firehoseBuilder() {
    return built(FirehoseClient.builder(), AwsRetryStrategy.doNotRetry());
  }

  /** Retries: to receive or to delete once more does no harm. */
  SqsClientBuilder sqsBuilder() {
    return built(SqsClient.builder(), AwsRetryStrategy.standardRetryStrategy());
  }

  /**
   * Retries: the name of a replay keeps a second start from being a second replay, and a partition
   * told twice is known by its hash.
   */
  EventBridgeClientBuilder eventBridgeBuilder() {
    return built(EventBridgeClient.builder(), AwsRetryStrategy.standardRetryStrategy());
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B built(
      B builder, RetryStrategy retries) {
    return builder
        .region(region)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_WITHIN)
                .socketTimeout(SILENCE))
        .overrideConfiguration(configuration -> configuration.retryStrategy(retries));
  }
}
