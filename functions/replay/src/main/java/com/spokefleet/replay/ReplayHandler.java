package com.spokefleet.replay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.spokefleet.replay.deadletter.DeadLetter;
import com.spokefleet.replay.deadletter.DeadLetterSender;
import com.spokefleet.replay.deadletter.StreamArn;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The Lambda entry point that empties the dead-letter queue of an org's rules: each event goes on
 * the stream it was meant for. The event source must report batch item failures; what could not be
 * sent, and poison, stays in the queue. Switch the event source on once the cause is mended, and
 * off when the queue is empty or holds poison only.
 */
public final class ReplayHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final String UNKNOWN_ORG = "unknown";

  private final DeadLetterSender sender;
  private final Metrics metrics;

  /** As Lambda makes it. */
  public ReplayHandler() {
    this(ReplayWiring.streams(), ReplayWiring.metrics());
  }

  /** On one machine and in tests. */
  public ReplayHandler(Function<StreamArn, Target> streams, Metrics metrics) {
    this.sender = new DeadLetterSender(streams);
    this.metrics = metrics;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return replay(event);
  }

  /** Needs nothing of an invocation's context. */
  public SQSBatchResponse replay(SQSEvent event) {
    List<DeadLetter> letters =
        Optional.ofNullable(event.getRecords()).orElse(List.of()).stream()
            .map(ReplayHandler::letter)
            .toList();
    ReplayTally tally = new ReplayTally();
    Set<String> sent = sender.send(letters, tally);
    tell(tally);
    return new SQSBatchResponse(
        letters.stream()
            .map(DeadLetter::id)
            .filter(id -> !sent.contains(id))
            .map(SQSBatchResponse.BatchItemFailure::new)
            .toList());
  }

  private void tell(ReplayTally tally) {
    for (String org : tally.orgIds()) {
      for (ReplayTally.Fate fate : ReplayTally.Fate.values()) {
        long count = tally.count(org, fate);
        if (count > 0) {
          metrics.count(
              MetricName.DEAD_LETTERS,
              count,
              Dimensions.org(org.isEmpty() ? UNKNOWN_ORG : org)
                  .reason(fate.name().toLowerCase(Locale.ROOT)));
        }
      }
    }
    metrics.flush();
  }

  private static DeadLetter letter(SQSEvent.SQSMessage message) {
    return new DeadLetter(
        message.getMessageId(),
        "",
        Optional.ofNullable(message.getBody()).orElse(""),
        attribute(message, DeadLetter.TARGET_ARN),
        attribute(message, DeadLetter.ERROR_CODE));
  }

  private static String attribute(SQSEvent.SQSMessage message, String name) {
    return Optional.ofNullable(message.getMessageAttributes())
        .map((Map<String, SQSEvent.MessageAttribute> attributes) -> attributes.get(name))
        .map(SQSEvent.MessageAttribute::getStringValue)
        .orElse("");
  }
}
