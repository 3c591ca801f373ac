package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.render.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What EventBridge puts around a body.
 *
 * @param topic as {@link EmittedEvent#topic}
 * @param ids the ids in the topic's name, in order of the literal {@code {id}} of its template
 * @param key tells this event from every other of the organisation
 */
record Envelope(String detailType, String topic, String conversationId, String key, String... ids) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = "telemetry";
  private static final long DELIVERY_MILLIS = 70;
  private static final int TO_SECONDS = "2026-11-10T14:03:16".length();

  static String source(String orgId) {
    return "aws.partner/genesys.com/cloud/" + orgId + "/" + SUFFIX;
  }

  EmittedEvent around(ObjectNode body, long at, String orgId) {
    // Several orgs may have Edges of one id, but no two events of one.
    String id = uuid(orgId + " " + key);
    ObjectNode envelope = JSON.createObjectNode();
    envelope
        .put("version", "0")
        .put("id", id)
        .put("detail-type", detailType)
        .put("source", source(orgId))
        .put("account", "123456789012")
        .put("time", Timestamps.text(at + DELIVERY_MILLIS).substring(0, TO_SECONDS) + "Z")
        .put("region", "us-east-1")
        .putArray("resources");
    ObjectNode detail = envelope.putObject("detail");
    detail.put("topicName", topicName()).put("version", "2").set("eventBody", body);
    detail.putObject("metadata").put("CorrelationId", uuid("correlation " + key));
    detail.put("timestamp", Timestamps.text(at + DELIVERY_MILLIS));
    return new EmittedEvent(
        Instant.ofEpochMilli(at), id, detailType, topic, conversationId, envelope.toString());
  }

  private String topicName() {
    String name = detailType;
    for (String id : ids) {
      name = name.replaceFirst("\\{id}", id);
    }
    return name;
  }

  private static String uuid(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
