package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Splunk's event collector, endpoint type Event: records are concatenated with nothing between, and
 * are delivered once the indexers acknowledge them.
 *
 * @param acknowledgementTimeout 180 to 600 s
 * @param retryDuration 0 to 7,200 s
 */
public record SplunkDestination(
    HttpSender sender,
    URI endpoint,
    String token,
    BufferingHints buffering,
    Duration acknowledgementTimeout,
    Duration retryDuration)
    implements Destination {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One for all requests of the stream. */
  private static final String CHANNEL = "5c0a1f0e-6d0b-4b52-9d0e-1f2a3b4c5d6e";

  public SplunkDestination {
    if (acknowledgementTimeout.toSeconds() < 180 || acknowledgementTimeout.toSeconds() > 600) {
      throw new IllegalArgumentException("Cannot wait for acknowledgements but for 180 to 600 s");
    }
    if (retryDuration.isNegative() || retryDuration.toSeconds() > 7_200) {
      throw new IllegalArgumentException("Cannot retry but for 0 to 7,200 s");
    }
  }

  /** Up to 5 MiB or 60 s of records, 180 s for an acknowledgement, retries for 300 s. */
  public static SplunkDestination usual(HttpSender sender, URI endpoint, String token) {
    return new SplunkDestination(
        sender,
        endpoint,
        token,
        BufferingHints.ofSplunk(5, 60),
        Duration.ofSeconds(180),
        Duration.ofSeconds(300));
  }

  public SplunkDestination retryingFor(Duration duration) {
    return new SplunkDestination(
        sender, endpoint, token, buffering, acknowledgementTimeout, duration);
  }

  @Override
  public int mostRecords() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String failedPrefix() {
    return BackupBucket.SPLUNK_FAILED;
  }

  @Override
  public Outcome send(String id, List<byte[]> records) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    records.forEach(body::writeBytes);
    return switch (post("/services/collector/event", body.toByteArray())) {
      case HttpSender.Answer.Silence silence ->
          new Outcome.Failed("Splunk.ConnectionClosed", silence.why());
      case HttpSender.Answer.TooLate late ->
          new Outcome.Failed("Splunk.ConnectionTimeout", "No answer within 3 minutes");
      case HttpSender.Answer.Answered answered -> {
        JsonNode reply = json(answered.body());
        if (answered.status() != 200) {
          yield new Outcome.Failed(error(answered.status(), reply), answered.body());
        }
        yield reply.has("ackId")
            ? new Outcome.Waiting(reply.path("ackId").asText())
            : new Outcome.Failed("Splunk.DisabledAck", "Indexer acknowledgement is off");
      }
    };
  }

  @Override
  public Outcome poll(String id, String acknowledgement) {
    byte[] question = "{\"acks\":[%s]}".formatted(acknowledgement).getBytes(StandardCharsets.UTF_8);
    boolean indexed =
        switch (post("/services/collector/ack", question)) {
          case HttpSender.Answer.Answered answered ->
              json(answered.body()).path("acks").path(acknowledgement).asBoolean();
          // Asked again until the time is up.
          case HttpSender.Answer.Silence silence -> false;
          case HttpSender.Answer.TooLate late -> false;
        };
    return indexed ? Outcome.DELIVERED : new Outcome.Waiting(acknowledgement);
  }

  private HttpSender.Answer post(String path, byte[] body) {
    return sender.post(
        endpoint.resolve(path),
        Map.of("Authorization", "Splunk " + token, "X-Splunk-Request-Channel", CHANNEL),
        body);
  }

  private static String error(int status, JsonNode reply) {
    return switch (reply.path("code").asInt(-1)) {
      case 1 -> "Splunk.DisabledToken";
      case 2, 3, 4 -> "Splunk.InvalidToken";
      case 5, 6, 12, 13, 15 -> "Splunk.InvalidDataFormat";
      case 7 -> "Splunk.InvalidIndex";
      case 14 -> "Splunk.DisabledAck";
      default -> status >= 500 ? "Splunk.ServerError" : "Splunk.InvalidEndpoint";
    };
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      return JSON.missingNode();
    }
  }
}
