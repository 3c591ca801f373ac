package com.spokefleet.events.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.PrivacyRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A batch as Firehose hands it over, written and read with Jackson. */
final class FirehoseBatch {
  record Answer(String recordId, String result, Optional<String> data) {}

  record Outcome(List<Answer> answers, BatchAccount account, int bytes) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<byte[]> records = new ArrayList<>();

  static BatchTransformer transformer() {
    EventOrg org = new EventOrg(Flat.ORG_ID, "emea", "EMEA", new PrivacyRules(Map.of(), false));
    return new BatchTransformer(
        new Flattener(
            new EventOrgs(List.of(org)), Optional.empty(), new SplunkEnvelope("genesys")));
  }

  FirehoseBatch add(String event) {
    return add(event.getBytes(StandardCharsets.UTF_8));
  }

  FirehoseBatch add(byte[] event) {
    records.add(Base64.getEncoder().encode(event));
    return this;
  }

  FirehoseBatch addEncoded(String data) {
    records.add(data.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  static String id(int record) {
    return "4964\"\\€" + record;
  }

  byte[] request() throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.put("invocationId", "i-1").put("region", "eu-central-1");
    for (byte[] data : records) {
      request
          .withArray("records")
          .addObject()
          .put("recordId", id(request.withArray("records").size() - 1))
          .put("approximateArrivalTimestamp", Flat.ARRIVAL)
          .put("data", new String(data, StandardCharsets.UTF_8));
    }
    return JSON.writeValueAsBytes(request);
  }

  Outcome through(BatchTransformer transformer) throws IOException {
    return through(transformer, request());
  }

  static Outcome through(BatchTransformer transformer, byte[] request) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    BatchAccount account = transformer.transform(request, request.length, reply);
    List<Answer> answers = new ArrayList<>();
    for (JsonNode answer : JSON.readTree(reply.toByteArray()).get("records")) {
      answers.add(
          new Answer(
              answer.get("recordId").asText(),
              answer.get("result").asText(),
              Optional.ofNullable(answer.get("data")).map(FirehoseBatch::decoded)));
    }
    return new Outcome(answers, account, reply.size());
  }

  private static String decoded(JsonNode data) {
    return new String(Base64.getDecoder().decode(data.asText()), StandardCharsets.UTF_8);
  }
}
