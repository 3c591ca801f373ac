package com.spokefleet.testing.stream.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.intake.EventStore;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Splunk HTTP Event Collector: {@code /services/collector[/event]}, {@code /ack} and {@code
 * /health}, with channels, indexer acknowledgement and the documented codes. Events are stored in
 * {@link #events}, where searches find them once they are indexed. Thread-safe.
 */
public final class SplunkServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLLECTOR = "/services/collector";
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final VirtualClock clock;
  private final LoopbackServer server;
  private final EventStore events;
  private final FaultScript<HecFault> faults = new FaultScript<>(HecFault.NONE);
  private final Map<String, HecToken> tokens = new ConcurrentHashMap<>();
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final AtomicLong requests = new AtomicLong();
  private volatile Duration indexing = Duration.ofSeconds(2);
  private volatile Duration slowness = Duration.ofMinutes(4);
  private volatile int largestBody = 838_860_800;

  private SplunkServer(VirtualClock clock) {
    this.clock = clock;
    this.events = new EventStore(clock);
    this.server = LoopbackServer.start("the local Splunk", this::answer);
  }

  /** Serves at once. */
  public static SplunkServer start(VirtualClock clock, HecToken... tokens) {
    SplunkServer started = new SplunkServer(clock);
    for (HecToken token : tokens) {
      started.use(token);
    }
    return started;
  }

  /** Adds a token, or changes the one of this value. */
  public void use(HecToken token) {
    tokens.put(token.value(), token);
  }

  public URI address() {
    return server.address();
  }

  public EventStore events() {
    return events;
  }

  public FaultScript<HecFault> faults() {
    return faults;
  }

  /** Requests with events, whatever became of them. */
  public long requests() {
    return requests.get();
  }

  /** How long after it came an event is searchable and acknowledged; 2 s unless told. */
  public void indexesWithin(Duration time) {
    indexing = time;
  }

  /** How long a slow answer takes, by the virtual clock; 4 minutes unless told. */
  public void slowness(Duration time) {
    slowness = time;
  }

  /** The server's {@code max_content_length}. */
  public void largestBody(int bytes) {
    largestBody = bytes;
  }

  private Reply answer(Request request) {
    if (faults.standing() == HecFault.DOWN && !isEvents(request)) {
      return Reply.NONE;
    }
    if (request.path().equals(COLLECTOR + "/health")) {
      return (faults.standing() == HecFault.NONE ? HecReply.HEALTHY : HecReply.UNHEALTHY).reply();
    }
    try {
      if (isEvents(request)) {
        return answerEvents(request);
      }
      return request.path().equals(COLLECTOR + "/ack")
          ? answerAcknowledgements(request)
          : Reply.json(404, "{\"text\":\"The requested URL was not found\",\"code\":404}");
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot read from memory", impossible);
    }
  }

  private static boolean isEvents(Request request) {
    return switch (request.path()) {
      case COLLECTOR, COLLECTOR + "/event", COLLECTOR + "/event/1.0" -> true;
      default -> false;
    };
  }

  private Reply answerEvents(Request request) throws IOException {
    requests.incrementAndGet();
    HecFault fault = faults.take();
    return switch (fault) {
      case DOWN -> Reply.NONE;
      case BUSY -> HecReply.SERVER_BUSY.reply();
      case INTERNAL_ERROR -> HecReply.INTERNAL_ERROR.reply();
      case TOO_LARGE -> tooLarge(request);
      case NONE -> index(request, indexing);
      case NEVER_ACKNOWLEDGED -> index(request, NEVER);
      case ANSWER_LOST -> {
        index(request, indexing);
        yield Reply.NONE;
      }
      case SLOW -> {
        Reply reply = index(request, indexing);
        clock.advance(slowness);
        yield reply;
      }
    };
  }

  private Reply tooLarge(Request request) {
    return Reply.json(
        413,
        "{\"text\":\"Content-Length of %d too large (maximum is %d)\",\"code\":413}"
            .formatted(request.body().length, largestBody));
  }

  private Reply index(Request request, Duration acknowledgedAfter) throws IOException {
    return switch (HecAccess.of(request, tokens)) {
      case HecAccess.Refused refused -> refused.reply().reply();
      case HecAccess.Granted granted when request.body().length > largestBody -> tooLarge(request);
      case HecAccess.Granted granted ->
          switch (HecEnvelopes.read(request.body(), granted.token())) {
            case HecEnvelopes.Result.Refused refused -> refused.reply();
            case HecEnvelopes.Result.Read read ->
                store(read.envelopes(), granted, acknowledgedAfter);
          };
    };
  }

  private Reply store(
      List<JsonNode> envelopes, HecAccess.Granted granted, Duration acknowledgedAfter) {
    Instant now = clock.instant();
    events.add(
        envelopes.stream()
            .map(envelope -> HecEvents.of(envelope, granted.token(), now, now.plus(indexing)))
            .toList());
    return granted.token().acknowledges()
        ? HecReply.SUCCESS.acknowledgedLater(
            acknowledgements.give(granted.channel(), now.plus(acknowledgedAfter)))
        : HecReply.SUCCESS.reply();
  }

  private Reply answerAcknowledgements(Request request) throws IOException {
    return switch (HecAccess.of(request, tokens)) {
      case HecAccess.Refused refused -> refused.reply().reply();
      case HecAccess.Granted granted when !granted.token().acknowledges() ->
          HecReply.ACK_DISABLED.reply();
      case HecAccess.Granted granted -> {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode states = answer.putObject("acks");
        for (JsonNode asked : JSON.readTree(request.body()).path("acks")) {
          states.put(
              asked.asText(),
              acknowledgements.take(granted.channel(), asked.asLong(), clock.instant()));
        }
        yield Reply.json(200, answer.toString());
      }
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
