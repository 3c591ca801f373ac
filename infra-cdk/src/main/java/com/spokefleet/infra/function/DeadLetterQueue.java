package com.spokefleet.infra.function;

import com.spokefleet.infra.naming.OrgNames;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Queues for what could not be handed over: encrypted, over TLS only, kept when a stack goes. */
public final class DeadLetterQueue {
  /** What the replaying function needs for a batch, six times over, as AWS advises. */
  private static final Duration VISIBILITY = Duration.minutes(6);

  private DeadLetterQueue() {}

  public static Queue of(Construct scope, OrgNames names, String part, IKey key, int days) {
    return Queue.Builder.create(scope, "DeadLetters")
        .queueName(names.of(part + "-dead-letters"))
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(key)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(days))
        .visibilityTimeout(VISIBILITY)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
