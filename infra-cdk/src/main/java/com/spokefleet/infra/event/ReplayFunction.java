package com.spokefleet.infra.event;

import com.spokefleet.infra.function.FunctionSettings;
import com.spokefleet.infra.function.JavaFunction;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.replay.ReplayHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Empties the dead-letter queue of an org's rules once somebody switches its event source on; see
 * docs/OPERATIONS.md.
 */
final class ReplayFunction extends Construct {
  private static final int MEMORY_MEGABYTES = 512;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final JavaFunction function;

  ReplayFunction(
      Construct scope, String id, OrgScope org, Queue deadLetters, List<String> streamArns) {
    super(scope, id);
    function =
        new JavaFunction(
            this,
            "Replay",
            org.names(),
            new FunctionSettings(
                "replay",
                "Sends dead letters of " + org.spoke().name() + " on",
                ReplayHandler.class,
                org.code().replay(),
                MEMORY_MEGABYTES,
                TIMEOUT,
                Map.of()),
            org.logDays(),
            builder -> builder);
    function
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .sid("Streams")
                .actions(List.of("firehose:PutRecordBatch"))
                .resources(streamArns)
                .build());
    function
        .function()
        .addEventSource(
            SqsEventSource.Builder.create(deadLetters)
                .enabled(false)
                .reportBatchItemFailures(true)
                .build());
  }

  JavaFunction function() {
    return function;
  }
}
