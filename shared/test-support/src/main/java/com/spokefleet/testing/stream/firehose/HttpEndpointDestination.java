package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An endpoint that speaks Firehose's HTTP protocol, such as Datadog's: 200 with the request's own
 * id is success, 413 the end of the batch, everything else a reason to try again.
 *
 * @param attributes the common attributes of every request
 * @param retryDuration 0 to 7,200 s
 */
public record HttpEndpointDestination(
    HttpSender sender,
    URI url,
    String accessKey,
    Map<String, String> attributes,
    BufferingHints buffering,
    Duration retryDuration)
    implements Destination {
  /** Why events are gone that the endpoint called too large. */
  public static final String TOO_LARGE = "refused with 413";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_RECORDS = 10_000;
  private static final String CODE = "HttpEndpoint.DestinationException";

  public HttpEndpointDestination {
    attributes = Map.copyOf(attributes);
    if (retryDuration.isNegative() || retryDuration.toSeconds() > 7_200) {
      throw new IllegalArgumentException("Cannot retry but for 0 to 7,200 s");
    }
  }

  /** As CDK's Datadog endpoint: up to 4 MiB or 60 s of records, retries for 60 s. */
  public static HttpEndpointDestination usual(HttpSender sender, URI url, String accessKey) {
    return new HttpEndpointDestination(
        sender,
        url,
        accessKey,
        Map.of(),
        BufferingHints.ofHttpEndpoint(4, 60),
        Duration.ofSeconds(60));
  }

  public HttpEndpointDestination retryingFor(Duration duration) {
    return new HttpEndpointDestination(sender, url, accessKey, attributes, buffering, duration);
  }

  @Override
  public int mostRecords() {
    return MOST_RECORDS;
  }

  /** The answer itself is the acknowledgement. */
  @Override
  public Duration acknowledgementTimeout() {
    return Duration.ZERO;
  }

  @Override
  public String failedPrefix() {
    return BackupBucket.HTTP_ENDPOINT_FAILED;
  }

  @Override
  public Outcome send(String id, List<byte[]> records) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Content-Encoding", "gzip");
    headers.put("X-Amz-Firehose-Protocol-Version", "1.0");
    headers.put("X-Amz-Firehose-Request-Id", id);
    headers.put("X-Amz-Firehose-Access-Key", accessKey);
    headers.put(
        "X-Amz-Firehose-Common-Attributes",
        JSON.createObjectNode().set("commonAttributes", JSON.valueToTree(attributes)).toString());
    return switch (sender.post(url, headers, body(id, records))) {
      case HttpSender.Answer.Silence silence ->
          new Outcome.Failed("HttpEndpoint.ConnectionFailed", silence.why());
      case HttpSender.Answer.TooLate late ->
          new Outcome.Failed("HttpEndpoint.ResponseTimeout", "No answer within 3 minutes");
      case HttpSender.Answer.Answered answered -> judge(id, answered);
    };
  }

  private static Outcome judge(String id, HttpSender.Answer.Answered answered) {
    if (answered.status() == 413) {
      return new Outcome.Lost(TOO_LARGE);
    }
    if (answered.status() != 200) {
      return new Outcome.Failed(
          CODE,
          "Received the following response from the endpoint destination. " + answered.body());
    }
    if (!answered.contentType().startsWith("application/json")
        || !requestId(answered.body()).equals(id)) {
      return new Outcome.Failed(
          "HttpEndpoint.InvalidResponseFromDestination",
          "The response is not that of the request " + id);
    }
    return Outcome.DELIVERED;
  }

  @Override
  public Outcome poll(String id, String acknowledgement) {
    throw new IllegalStateException("Cannot ask an HTTP endpoint for acknowledgements");
  }

  private byte[] body(String id, List<byte[]> records) {
    ObjectNode body = JSON.createObjectNode().put("requestId", id);
    body.put("timestamp", sender.now().toEpochMilli());
    ArrayNode array = body.putArray("records");
    for (byte[] record : records) {
      array.addObject().put("data", Base64.getEncoder().encodeToString(record));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot compress in memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static String requestId(String body) {
    try {
      return JSON.readTree(body).path("requestId").asText();
    } catch (JsonProcessingException noJson) {
      return "";
    }
  }
}
