package com.spokefleet.testing.stream.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.stream.intake.AwsRequest;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * EventBridge's PutEvents over HTTP, with its limits: at most 10 entries and 256 KB a call, each
 * entry answered for itself. Keeps what it took.
 */
public final class PutEventsServer implements AutoCloseable {
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 256 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoopbackServer server = LoopbackServer.start("EventBridge", this::answer);
  private final FaultScript<Fault> faults = new FaultScript<>(Fault.NONE);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  /** What befalls a call. */
  public enum Fault {
    NONE,
    /** Takes all entries but the first. */
    FIRST_ENTRY_FAILS,
    /** Takes nothing, for now. */
    UNAVAILABLE,
    /** Takes nothing, ever. */
    DENIED,
    /** Takes all and closes the connection. */
    ANSWER_LOST
  }

  /**
   * An event that is on a bus.
   *
   * @param region the call was signed for
   */
  public record Taken(
      String region, String bus, String source, String detailType, JsonNode detail) {}

  public URI address() {
    return server.address();
  }

  public FaultScript<Fault> faults() {
    return faults;
  }

  /** All events taken so far, in order. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** What was taken so far is no more. */
  public void forget() {
    taken.clear();
  }

  private Reply answer(Request request) {
    AwsRequest call = AwsRequest.of(request);
    Fault fault = faults.take();
    JsonNode entries = call.body().path("Entries");
    if (!call.target().equals("AWSEvents.PutEvents")) {
      return AwsRequest.failure(400, "UnknownOperationException");
    }
    if (fault == Fault.UNAVAILABLE || fault == Fault.DENIED) {
      return fault == Fault.DENIED
          ? AwsRequest.failure(400, "AccessDeniedException")
          : AwsRequest.failure(500, "InternalException");
    }
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES || bytes(entries) > MOST_BYTES) {
      return AwsRequest.failure(400, "ValidationException");
    }
    List<String> answers = new ArrayList<>();
    int failed = 0;
    for (JsonNode entry : entries) {
      if (answers.isEmpty() && fault == Fault.FIRST_ENTRY_FAILS) {
        failed++;
        answers.add("{\"ErrorCode\":\"ThrottlingException\",\"ErrorMessage\":\"Slow down\"}");
      } else {
        taken.add(taken(call.region(), entry));
        answers.add("{\"EventId\":\"%d\"}".formatted(taken.size()));
      }
    }
    return fault == Fault.ANSWER_LOST
        ? Reply.NONE
        : Reply.json(
            200,
            "{\"FailedEntryCount\":%d,\"Entries\":[%s]}"
                .formatted(failed, String.join(",", answers)));
  }

  private static Taken taken(String region, JsonNode entry) {
    try {
      return new Taken(
          region,
          entry.path("EventBusName").asText(),
          entry.path("Source").asText(),
          entry.path("DetailType").asText(),
          JSON.readTree(entry.path("Detail").asText()));
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot take a detail that is no JSON", malformed);
    }
  }

  private static int bytes(JsonNode entries) {
    int bytes = 0;
    for (JsonNode entry : entries) {
      for (String part : List.of("Source", "DetailType", "Detail")) {
        bytes += entry.path(part).asText().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    server.close();
  }
}
