package com.spokefleet.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.stream.bus.EventSink;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** PutRecordBatch over its JSON protocol, before any sink; the SDK finds it while this is open. */
final class FakeFirehose implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventSink sink;
  private final LoopbackServer server;
  private final Set<String> streams = new HashSet<>();
  private final Map<String, String> before = new TreeMap<>();

  FakeFirehose(EventSink sink) {
    this.sink = sink;
    this.server = LoopbackServer.start("the local Firehose", this::answer);
    set("aws.endpointUrlFirehose", server.address().toString());
    set("aws.accessKeyId", "test");
    set("aws.secretAccessKey", "test");
  }

  Set<String> streams() {
    return streams;
  }

  private void set(String property, String value) {
    before.put(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  private Reply answer(Request request) {
    if (!request.header("X-Amz-Target").orElse("").equals("Firehose_20150804.PutRecordBatch")) {
      return Reply.json(400, "{\"__type\":\"InvalidArgumentException\"}");
    }
    try {
      JsonNode put = JSON.readTree(request.body());
      streams.add(put.path("DeliveryStreamName").asText());
      ObjectNode reply = JSON.createObjectNode();
      int failed = 0;
      for (JsonNode record : put.path("Records")) {
        byte[] data = Base64.getDecoder().decode(record.path("Data").asText());
        ObjectNode entry = reply.withArray("RequestResponses").addObject();
        if (sink.offer(data) instanceof EventSink.Offer.Accepted) {
          entry.put("RecordId", "r");
        } else {
          failed++;
          entry.put("ErrorCode", "ServiceUnavailableException").put("ErrorMessage", "Slow down.");
        }
      }
      return Reply.json(200, reply.put("FailedPutCount", failed).toString());
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot read PutRecordBatch", malformed);
    }
  }

  @Override
  public void close() {
    server.close();
    before.forEach(
        (property, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }
}
