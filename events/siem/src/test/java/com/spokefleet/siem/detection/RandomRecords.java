package com.spokefleet.siem.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.predicate.PredicateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Flat records made of the words that the catalogue looks for, and of what nobody looks for. */
final class RandomRecords {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "*",
          "null",
          "NaN",
          "1e999",
          "-1",
          "9".repeat(60),
          "0.0000001",
          "true",
          "\u0000",
          "☎ 日本語",
          "a|b",
          "=",
          "\"",
          "\\",
          "x".repeat(5_000),
          "2026-11-19T08:00:00Z",
          "+292278994-08-17T07:12:55.807Z",
          "2026-11-31T25:00:00Z",
          "1795086000000");

  private final Random random;
  private final List<String> fields;
  private final List<String> words;

  RandomRecords(List<Detection> catalogue, long seed) {
    this.random = new Random(seed);
    SortedSet<String> names =
        new TreeSet<>(List.of("topic", "event_time", "event_id", "audit_id", "org_id"));
    SortedSet<String> values = new TreeSet<>();
    for (Detection detection : catalogue) {
      names.addAll(detection.when().fields());
      names.addAll(detection.by());
      for (String word : PredicateText.of(detection.when()).split("[ ,()\"]+", -1)) {
        values.add(word.replace("*", "{id}"));
      }
    }
    this.fields = List.copyOf(names);
    this.words = List.copyOf(values);
  }

  /** From hours back to hours on. */
  long millis() {
    return random.nextInt(20) == 0 ? random.nextInt(20_000_000) - 10_000_000 : random.nextInt(500);
  }

  JsonNode next() {
    ObjectNode record = JSON.objectNode();
    record.put("topic", topic());
    for (String field : fields) {
      if (!field.equals("topic") && random.nextInt(3) > 0) {
        record.set(field, value(0));
      }
    }
    return record;
  }

  private String topic() {
    List<String> topics =
        List.of(
            "v2.audits.entitytype.{id}.entityid.{id}",
            "v2.detail.events.conversation.{id}.user.end",
            "v2.detail.events.conversation.{id}.flow.end",
            "v2.telephony.providers.edges.{id}.metrics",
            "v2.operations.events.{id}",
            "v2.nothing.known",
            "");
    return topics.get(random.nextInt(topics.size()));
  }

  private JsonNode value(int depth) {
    switch (random.nextInt(12)) {
      case 0:
        return JSON.textNode(ODD.get(random.nextInt(ODD.size())));
      case 1:
        return JSON.numberNode(random.nextInt());
      case 2:
        return JSON.numberNode(random.nextDouble() * Math.pow(10, random.nextInt(600) - 300));
      case 3:
        return JSON.nullNode();
      case 4:
        return JSON.booleanNode(random.nextBoolean());
      case 5:
        return depth > 2 ? JSON.arrayNode() : list(depth);
      default:
        return JSON.textNode(words.get(random.nextInt(words.size())));
    }
  }

  private ArrayNode list(int depth) {
    List<JsonNode> values = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      values.add(value(depth + 1));
    }
    return JSON.arrayNode().addAll(values);
  }
}
