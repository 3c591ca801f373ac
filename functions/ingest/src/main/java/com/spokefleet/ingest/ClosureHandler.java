package com.spokefleet.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.closure.ClosureMessage;
import com.spokefleet.ingest.closure.OrgClosure;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Lambda entry point of one org's closure trigger, fed by the queue behind the org's
 * EventBridge rules; the environment is that of the ingestion function. The event source must
 * report batch item failures, as a batch is answered message by message.
 */
public final class ClosureHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** What an invocation leaves unused of its time at the end, to give the lease back. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private final OrgClosure closure;
  private final Clock clock;

  /** As Lambda makes it: real environment, real clock. */
  public ClosureHandler() {
    this(System.getenv(), Clock.systemUTC(), Thread::sleep, System.out);
  }

  /** On one machine and in tests, where time may be another. */
  public ClosureHandler(
      Map<String, String> environment, Clock clock, Sleeper sleeper, PrintStream log) {
    this(new IngestWiring(environment, clock, sleeper, log).orgClosure(), clock);
  }

  ClosureHandler(OrgClosure closure, Clock clock) {
    this.closure = closure;
    this.clock = clock;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<ClosureMessage> messages =
        Optional.ofNullable(event.getRecords()).orElse(List.of()).stream()
            .map(
                message ->
                    new ClosureMessage(
                        message.getMessageId(), Optional.ofNullable(message.getBody()).orElse("")))
            .toList();
    Duration time = Duration.ofMillis(context.getRemainingTimeInMillis());
    Duration usable =
        time.compareTo(RESERVE.multipliedBy(2)) > 0 ? time.minus(RESERVE) : time.dividedBy(2);
    return new SQSBatchResponse(
        closure.handle(messages, context.getAwsRequestId(), Deadline.after(usable, clock)).stream()
            .map(SQSBatchResponse.BatchItemFailure::new)
            .toList());
  }
}
