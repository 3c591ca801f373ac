package com.spokefleet.testing.stream.datadog;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.atomic.AtomicLong;

/**
 * Datadog's intakes of logs: {@link #firehose} for Firehose, {@link #logs} for everybody else. What
 * came is stored in {@link #events}. Thread-safe.
 */
public final class DatadogServer implements AutoCloseable {
  private static final String LOGS = "/api/v2/logs";
  private static final String FIREHOSE = "/v1/input";
  private static final String PROTOCOL = "dd-protocol";

  private final VirtualClock clock;
  private final String key;
  private final LoopbackServer server;
  private final EventStore events;
  private final FaultScript<DatadogFault> faults = new FaultScript<>(DatadogFault.NONE);
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong truncated = new AtomicLong();
  private final AtomicLong overflowed = new AtomicLong();
  private volatile Duration indexing = Duration.ofSeconds(2);
  private volatile Duration slowness = Duration.ofMinutes(4);

  private DatadogServer(VirtualClock clock, String key) {
    this.clock = clock;
    this.key = key;
    this.events = new EventStore(clock);
    this.server = LoopbackServer.start("the local Datadog", this::answer);
  }

  /** Serves at once, whoever has the key. */
  public static DatadogServer start(VirtualClock clock, String key) {
    return new DatadogServer(clock, key);
  }

  /** Where Firehose posts to, as on the sites us1 and eu1. */
  public URI firehose() {
    return server.address().resolve(FIREHOSE);
  }

  /** Where Firehose posts to on all other sites. */
  public URI firehoseOfNewerSites() {
    return server.address().resolve(LOGS + "?" + PROTOCOL + "=aws-kinesis-firehose");
  }

  /** The logs API. */
  public URI logs() {
    return server.address().resolve(LOGS);
  }

  public EventStore events() {
    return events;
  }

  public FaultScript<DatadogFault> faults() {
    return faults;
  }

  public long requests() {
    return requests.get();
  }

  /** Logs that lost their end because they were over 1 MB; their answer said all was well. */
  public long truncated() {
    return truncated.get();
  }

  /** Logs of requests of Firehose that held too many; their answer said all was well. */
  public long overflowed() {
    return overflowed.get();
  }

  /** How long after it came a log is searchable; 2 s unless told. */
  public void indexesWithin(Duration time) {
    indexing = time;
  }

  /** How long a slow answer takes, by the virtual clock; 4 minutes unless told. */
  public void slowness(Duration time) {
    slowness = time;
  }

  private Reply answer(Request request) {
    boolean firehose =
        request.path().equals(FIREHOSE)
            || request.path().equals(LOGS) && request.parameter(PROTOCOL).isPresent();
    if (!firehose && !request.path().equals(LOGS)) {
      return Reply.json(404, "{\"errors\":[\"Not found\"]}");
    }
    requests.incrementAndGet();
    DatadogFault fault = faults.take();
    try {
      return firehose ? answerFirehose(request, fault) : answerLogs(request, fault);
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot read the request", malformed);
    }
  }

  private Reply answerFirehose(Request request, DatadogFault fault) throws IOException {
    String id = request.header("X-Amz-Firehose-Request-Id").orElse("");
    return switch (fault) {
      case DOWN -> Reply.NONE;
      case UNAVAILABLE -> failed(503, id, "Unavailable");
      case TOO_MANY_REQUESTS -> failed(429, id, "Too many requests");
      case TOO_LARGE -> failed(413, id, "Payload too large");
      case NONE, SLOW, ANSWER_LOST, OTHER_REQUEST_ID, NOT_JSON, ACCEPTED ->
          switch (FirehoseIntake.read(request, key)) {
            case FirehoseIntake.Result.Refused refused ->
                failed(refused.status(), refused.requestId(), refused.message());
            case FirehoseIntake.Result.Read read -> {
              int kept = Math.min(read.logs().size(), FirehoseIntake.MOST_LOGS);
              overflowed.addAndGet(read.logs().size() - kept);
              store(read.logs().subList(0, kept));
              yield answered(fault, read.requestId());
            }
          };
    };
  }

  private Reply answered(DatadogFault fault, String requestId) {
    Instant now = clock.instant();
    return switch (fault) {
      case ANSWER_LOST -> Reply.NONE;
      case OTHER_REQUEST_ID -> FirehoseIntake.reply(200, "other-" + requestId, now, "");
      case NOT_JSON -> Reply.json(200, "<html>accepted</html>");
      case ACCEPTED -> FirehoseIntake.reply(202, requestId, now, "");
      case SLOW -> {
        clock.advance(slowness);
        yield FirehoseIntake.reply(200, requestId, now, "");
      }
      case NONE, DOWN, UNAVAILABLE, TOO_MANY_REQUESTS, TOO_LARGE ->
          FirehoseIntake.reply(200, requestId, now, "");
    };
  }

  private Reply failed(int status, String requestId, String message) {
    return FirehoseIntake.reply(status, requestId, clock.instant(), message);
  }

  private Reply answerLogs(Request request, DatadogFault fault) throws IOException {
    return switch (fault) {
      case DOWN -> Reply.NONE;
      case UNAVAILABLE -> error(503);
      case TOO_MANY_REQUESTS -> error(429);
      case TOO_LARGE -> error(413);
      case NONE, SLOW, ANSWER_LOST, OTHER_REQUEST_ID, NOT_JSON, ACCEPTED ->
          switch (LogsApi.read(request, key)) {
            case LogsApi.Result.Refused refused -> error(refused.status());
            case LogsApi.Result.Read read -> {
              truncated.addAndGet(read.truncated());
              store(read.logs());
              if (fault == DatadogFault.SLOW) {
                clock.advance(slowness);
              }
              yield fault == DatadogFault.ANSWER_LOST ? Reply.NONE : Reply.json(202, "{}");
            }
          };
    };
  }

  private static Reply error(int status) {
    return Reply.json(status, "{\"errors\":[{\"status\":\"%d\"}]}".formatted(status));
  }

  private void store(List<JsonNode> logs) {
    Instant now = clock.instant();
    events.add(logs.stream().map(log -> DatadogLogs.stored(log, now, now.plus(indexing))).toList());
  }

  @Override
  public void close() {
    server.close();
  }
}
