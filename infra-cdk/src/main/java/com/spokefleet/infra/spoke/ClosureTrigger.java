package com.spokefleet.infra.spoke;

import com.spokefleet.infra.function.DeadLetterQueue;
import com.spokefleet.infra.function.FunctionSettings;
import com.spokefleet.infra.function.JavaFunction;
import com.spokefleet.ingest.ClosureHandler;
import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Reads conversations as they end: the queue behind the bus's rule, and the function it feeds. */
public final class ClosureTrigger extends Construct {
  /** How many of them run at most; see the check of a fleet's size. */
  public static final int CONCURRENCY = 2;

  private static final int MEMORY_MEGABYTES = 1_024;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int VISIBILITY_SECONDS = 20;

  /** The function gives an event up after two minutes; what is older is left to the ticks. */
  private static final int RETENTION_SECONDS = 600;

  private static final int MOST_RECEIVES = 10;
  private static final int BATCH = 100;
  private static final int BATCHING_SECONDS = 5;

  private final Queue queue;
  private final Queue deadLetters;
  private final JavaFunction function;

  public ClosureTrigger(
      Construct scope, String id, OrgScope org, OrgStorage storage, IngestSettings settings) {
    super(scope, id);
    deadLetters = DeadLetterQueue.of(this, org.names(), "closure", storage.key(), org.rawDays());
    queue =
        Queue.Builder.create(this, "Ends")
            .queueName(org.names().of("closure"))
            .encryption(QueueEncryption.KMS)
            .encryptionMasterKey(storage.key())
            .enforceSsl(true)
            .visibilityTimeout(seconds(VISIBILITY_SECONDS))
            .retentionPeriod(seconds(RETENTION_SECONDS))
            .deadLetterQueue(
                software.amazon.awscdk.services.sqs.DeadLetterQueue.builder()
                    .queue(deadLetters)
                    .maxReceiveCount(MOST_RECEIVES)
                    .build())
            .build();
    function =
        new JavaFunction(
            this,
            "Closure",
            org.names(),
            new FunctionSettings(
                "closure",
                "Reads conversations of " + org.spoke().name() + " as they end",
                ClosureHandler.class,
                org.code().ingest(),
                MEMORY_MEGABYTES,
                TIMEOUT,
                settings.environment()),
            org.logDays(),
            builder ->
                builder
                    .layers(List.of(settings.layer()))
                    .reservedConcurrentExecutions(CONCURRENCY));
    IngestFunction.grant(function.role(), org, storage, settings);
    function
        .function()
        .addEventSource(
            SqsEventSource.Builder.create(queue)
                .batchSize(BATCH)
                .maxBatchingWindow(seconds(BATCHING_SECONDS))
                .maxConcurrency(CONCURRENCY)
                .reportBatchItemFailures(true)
                .build());
  }

  public Queue queue() {
    return queue;
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  public JavaFunction function() {
    return function;
  }

  private static software.amazon.awscdk.Duration seconds(int seconds) {
    return software.amazon.awscdk.Duration.seconds(seconds);
  }
}
