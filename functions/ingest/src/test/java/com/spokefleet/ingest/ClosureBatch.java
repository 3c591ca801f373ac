package com.spokefleet.ingest;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.spokefleet.testing.event.EmittedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A batch as the queue hands it to the closure function; message ids are m0, m1 and so on. */
final class ClosureBatch {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private ClosureBatch() {}

  static SQSEvent of(List<String> bodies) {
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId("m" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  static List<String> bodies(List<EmittedEvent> events) {
    return events.stream().map(EmittedEvent::json).toList();
  }

  /** Hands the batch over; the ids of the messages that failed. */
  static Set<String> handle(SmallFleet fleet, ClosureHandler handler, List<String> bodies) {
    SQSBatchResponse response =
        handler.handleRequest(of(bodies), new LocalContext(TIMEOUT, fleet.clock()));
    Set<String> failed = new TreeSet<>();
    response.getBatchItemFailures().forEach(failure -> failed.add(failure.getItemIdentifier()));
    return failed;
  }
}
