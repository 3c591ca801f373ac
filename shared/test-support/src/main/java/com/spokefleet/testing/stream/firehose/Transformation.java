package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Hands batches to the processor, and tries again when it fails. */
final class Transformation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final StreamSettings settings;
  private final Processor processor;
  private final VirtualClock clock;
  private long invocations;

  Transformation(StreamSettings settings, Processor processor, VirtualClock clock) {
    this.settings = settings;
    this.processor = processor;
    this.clock = clock;
  }

  /** The last reply: one that keeps the contract, or what was wrong when retries were used up. */
  ProcessorReply transform(List<StreamRecord> batch) {
    byte[] invocation = invocation(batch);
    ProcessorReply reply = invoke(invocation, batch);
    for (int retry = 0; retry < settings.retries(); retry++) {
      if (reply instanceof ProcessorReply.Kept) {
        break;
      }
      reply = invoke(invocation, batch);
    }
    return reply;
  }

  private ProcessorReply invoke(byte[] invocation, List<StreamRecord> batch) {
    invocations++;
    Instant started = clock.instant();
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    try {
      processor.process(new ByteArrayInputStream(invocation), reply);
    } catch (IOException | RuntimeException failure) {
      return new ProcessorReply.Broken(
          "Lambda.FunctionError",
          "The Lambda function was successfully invoked but it returned an error result.");
    }
    if (Duration.between(started, clock.instant()).compareTo(LONGEST) > 0) {
      return new ProcessorReply.Broken(
          "Lambda.FunctionTimedOut", "The Lambda function took longer than 5 minutes.");
    }
    return ProcessorReply.check(reply.toByteArray(), batch);
  }

  private byte[] invocation(List<StreamRecord> batch) {
    ObjectNode invocation =
        JSON.createObjectNode()
            .put(
                "invocationId",
                UUID.nameUUIDFromBytes(
                        (settings.name() + invocations).getBytes(StandardCharsets.UTF_8))
                    .toString())
            .put("deliveryStreamArn", settings.arn())
            .put("region", settings.region());
    ArrayNode records = invocation.putArray("records");
    for (StreamRecord record : batch) {
      records
          .addObject()
          .put("recordId", record.recordId())
          .put("approximateArrivalTimestamp", record.arrival().toEpochMilli())
          .put("data", Base64.getEncoder().encodeToString(record.original()));
    }
    return invocation.toString().getBytes(StandardCharsets.UTF_8);
  }

  long invocations() {
    return invocations;
  }
}
