package com.spokefleet.ingest.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.edge.EdgeRecord;
import com.spokefleet.normalize.edge.EdgeMeasurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Measurements as the events that Genesys itself tells of them over EventBridge, so that nothing
 * behind the stream has to know who told. One measurement makes the same bytes whenever it is
 * asked.
 */
final class EdgeEvents {
  /** The template of the topic, as rules and the transformation know it. */
  static final String TOPIC = "v2.telephony.providers.edges.{id}.metrics";

  private final String orgId;
  private final String source;
  private final String awsRegion;
  private final ObjectMapper json = new ObjectMapper();

  EdgeEvents(Spoke spoke) {
    this.orgId = spoke.orgId();
    this.awsRegion = spoke.awsRegion();
    // Whose event it is, is told by its source alone; an org without a bus has none of its own.
    this.source =
        spoke.eventSource().orElse("aws.partner/genesys.com/cloud/" + orgId + "/spokefleet-poll");
  }

  byte[] event(EdgeRecord.Decoded record) {
    EdgeMeasurement measured = record.measurement();
    Instant at = measured.observedAt();
    ObjectNode event = json.createObjectNode();
    event.put("version", "0");
    event.put("id", id(measured));
    event.put("detail-type", TOPIC);
    event.put("source", source);
    event.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", awsRegion);
    event.putArray("resources");
    ObjectNode detail = event.putObject("detail");
    detail.put("topicName", TOPIC.replace("{id}", measured.edgeId()));
    detail.put("version", "2");
    detail.set("eventBody", body(record.json()));
    detail.putObject("metadata");
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same for the same Edge and moment. */
  private String id(EdgeMeasurement measured) {
    String name = orgId + "/" + measured.edgeId() + "/" + measured.observedAt();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** An answer of the API has a link to the Edge, which no event has. */
  private JsonNode body(String record) {
    try {
      JsonNode body = json.readTree(record);
      if (body.path("edge") instanceof ObjectNode edge) {
        edge.remove("selfUri");
      }
      return body;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot read what was written as JSON", impossible);
    }
  }
}
