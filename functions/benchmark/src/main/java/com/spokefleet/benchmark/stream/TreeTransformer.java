package com.spokefleet.benchmark.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;

/** The transformation as one writes it with Jackson's trees: read one, build another, write it. */
final class TreeTransformer {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Map<String, String> ENVELOPE =
      Map.of(
          "id", "event_id",
          "detail-type", "topic",
          "source", "event_source",
          "account", "aws_account",
          "region", "aws_region",
          "time", "bus_time",
          "version", "event_version");
  private static final Map<String, String> DETAIL =
      Map.of(
          "topicName", "topic_name",
          "version", "topic_version",
          "timestamp", "published_at",
          "metadata.CorrelationId", "correlation_id");
  private static final Map<String, String> AUDIT =
      Map.of(
          "id", "audit_id",
          "action", "vendor_action",
          "username.name", "user_name",
          "clientId.id", "client_id",
          "userDisplay", "user_display");
  private static final Map<String, String> BODY = Map.of("id", "body_id");

  private final ObjectMapper json = new ObjectMapper();
  private final String orgId;

  TreeTransformer(String orgId) {
    this.orgId = orgId;
  }

  void transform(byte[] request, ByteArrayOutputStream out) throws IOException {
    ObjectNode reply = json.createObjectNode();
    ArrayNode records = reply.putArray("records");
    for (JsonNode record : json.readTree(request).get("records")) {
      ObjectNode answer = records.addObject();
      answer.put("recordId", record.get("recordId").asText());
      answer.put("result", "Ok");
      answer.put("data", wrap(Base64.getDecoder().decode(record.get("data").asText())));
    }
    json.writeValue(out, reply);
  }

  private String wrap(byte[] data) throws IOException {
    ObjectNode event = (ObjectNode) json.readTree(data);
    ObjectNode detail = (ObjectNode) event.remove("detail");
    ObjectNode body = (ObjectNode) detail.remove("eventBody");
    String topic = event.get("detail-type").asText();
    boolean audit = topic.startsWith("v2.audits.");
    boolean edge = topic.startsWith("v2.telephony.providers.edges.");
    TreeFields fields = new TreeFields(json.createObjectNode());
    ObjectNode flat = fields.flat();
    flat.put("vendor_product", "Genesys Cloud");
    fields.add("", "", event, ENVELOPE);
    fields.add("", "", detail, DETAIL);
    fields.add("", "", body, audit ? AUDIT : BODY);
    flat.put("org_id", orgId).put("org_name", "measured").put("business_region", "EMEA");
    if (edge) {
      fields.figures(body);
    }
    long time = milliseconds(flat.get("event_time"));
    flat.put("event_time", MILLISECONDS.format(Instant.ofEpochMilli(time)));
    fields.finish();
    String sourcetype = "conversation:" + topic.substring(topic.indexOf("{id}.") + 5);
    if (audit) {
      sourcetype = "audit";
      TreeChange.add(flat, orgId);
    } else if (edge) {
      sourcetype = "edge:metrics";
      flat.put("dest", flat.get("edge_name").asText());
    }
    ObjectNode record = json.createObjectNode();
    record.set("event", flat);
    record.put("time", BigDecimal.valueOf(time, 3));
    record.put("host", orgId);
    record.put("source", flat.get("event_source").asText());
    record.put("sourcetype", "genesyscloud:eventbridge:" + sourcetype.replace('.', '_'));
    record.put("index", "genesys");
    record
        .putObject("fields")
        .put("genesys_org_id", orgId)
        .put("genesys_topic", topic)
        .put("genesys_event_id", flat.get("event_id").asText());
    String line = json.writeValueAsString(record) + "\n";
    return Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
  }

  private static long milliseconds(JsonNode time) {
    return time.isNumber() ? time.asLong() : Instant.parse(time.asText()).toEpochMilli();
  }
}
