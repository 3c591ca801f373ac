package com.spokefleet.testing.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.intake.FaultScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Wraps each event unchanged, and breaks the contract of processors when told to. */
public final class WrappingProcessor implements Processor {
  /** How it fails. */
  public enum Fault {
    NONE,
    THROWS,
    NO_JSON,
    LEAVES_ONE_OUT,
    ANSWERS_ONE_TWICE,
    TOO_MUCH,
    TOO_SLOW,
    /** Every record ProcessingFailed. */
    FAILS_RECORDS,
    DROPS_RECORDS
  }

  private final VirtualClock clock;
  private final UnaryOperator<JsonNode> wrap;
  private final FaultScript<Fault> faults = new FaultScript<>(Fault.NONE);

  private WrappingProcessor(VirtualClock clock, UnaryOperator<JsonNode> wrap) {
    this.clock = clock;
    this.wrap = wrap;
  }

  public static WrappingProcessor forSplunk(VirtualClock clock) {
    return new WrappingProcessor(
        clock,
        event -> {
          ObjectNode envelope = Post.JSON.createObjectNode();
          ObjectNode flat = envelope.putObject("event");
          flat.put("event_id", event.path("id").asText());
          flat.set("original", event);
          envelope.putObject("fields").put("genesys_event_id", event.path("id").asText());
          return envelope;
        });
  }

  public static WrappingProcessor forDatadog(VirtualClock clock) {
    return new WrappingProcessor(
        clock,
        event -> {
          ObjectNode log = Post.JSON.createObjectNode().put("ddsource", "genesys-cloud");
          log.putObject("genesys").put("event_id", event.path("id").asText());
          return log;
        });
  }

  public FaultScript<Fault> faults() {
    return faults;
  }

  @Override
  public void process(InputStream invocation, OutputStream reply) throws IOException {
    Fault fault = faults.take();
    if (fault == Fault.THROWS) {
      throw new IOException("as told");
    }
    if (fault == Fault.TOO_SLOW) {
      clock.advance(Duration.ofMinutes(6));
    }
    ObjectNode answer = Post.JSON.createObjectNode();
    ArrayNode records = answer.putArray("records");
    for (JsonNode record : Post.JSON.readTree(invocation).path("records")) {
      records.add(answer(record, fault));
    }
    switch (fault) {
      case LEAVES_ONE_OUT -> records.remove(0);
      case ANSWERS_ONE_TWICE -> records.add(records.get(0));
      case TOO_MUCH -> answer.put("padding", "x".repeat(6 * 1024 * 1024));
      case NONE, THROWS, NO_JSON, TOO_SLOW, FAILS_RECORDS, DROPS_RECORDS -> {
        // Nothing to change.
      }
    }
    String text = fault == Fault.NO_JSON ? "{\"records\":[" : answer.toString();
    reply.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode answer(JsonNode record, Fault fault) throws IOException {
    ObjectNode answer = Post.JSON.createObjectNode();
    answer.put("recordId", record.path("recordId").asText());
    if (fault == Fault.FAILS_RECORDS || fault == Fault.DROPS_RECORDS) {
      return answer.put("result", fault == Fault.DROPS_RECORDS ? "Dropped" : "ProcessingFailed");
    }
    byte[] event = Base64.getDecoder().decode(record.path("data").asText());
    String wrapped = wrap.apply(Post.JSON.readTree(event)) + "\n";
    return answer
        .put("result", "Ok")
        .put("data", Base64.getEncoder().encodeToString(wrapped.getBytes(StandardCharsets.UTF_8)));
  }
}
