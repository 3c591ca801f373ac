package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import com.spokefleet.testing.render.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers the aggregates query: every metric lands in the bucket in which it was emitted, and what
 * an open conversation has emitted so far counts.
 */
final class AggregatesHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OrgContext org;
  private final Emissions emissions;
  private final ServiceLevelSwitches switches;
  private final AggregatesQueryParser parser;

  AggregatesHandler(
      OrgContext org, Records records, ServiceLevelSwitches switches, Duration longestInterval) {
    this.org = org;
    this.emissions = new Emissions(records);
    this.switches = switches;
    this.parser = new AggregatesQueryParser(longestInterval);
  }

  @Override
  public Reply handle(ApiCall call) {
    try {
      AggregatesQuery query = parser.parse(call.body());
      byte[] body = reply(query).toString().getBytes(StandardCharsets.UTF_8);
      return Reply.json(200, body);
    } catch (BadQueryException bad) {
      return bad.reply();
    }
  }

  private ObjectNode reply(AggregatesQuery query) {
    Map<String, Map<Long, AggregateBucket>> groups = new TreeMap<>();
    Map<String, ObjectNode> names = new TreeMap<>();
    emissions.forEach(
        query.from(),
        query.to(),
        org.visibleUntil(),
        emission -> {
          if (query.admits(emission)) {
            ObjectNode group = group(query, emission);
            names.putIfAbsent(group.toString(), group);
            groups
                .computeIfAbsent(group.toString(), _ -> new TreeMap<>())
                .computeIfAbsent(query.bucket(emission.emitted()), _ -> new AggregateBucket())
                .add(emission, query);
          }
        });
    ObjectNode body = JSON.createObjectNode();
    ArrayNode results = body.putArray("results");
    names.forEach((key, group) -> write(results, group, groups.getOrDefault(key, Map.of()), query));
    org.served().rows(Endpoint.CONVERSATION_AGGREGATES, results.size(), 0);
    return body;
  }

  private static ObjectNode group(AggregatesQuery query, Emission emission) {
    ObjectNode group = JSON.createObjectNode();
    for (String dimension : query.groupBy()) {
      emission.dimension(dimension).ifPresent(value -> group.put(dimension, value));
    }
    return group;
  }

  private void write(
      ArrayNode results,
      ObjectNode group,
      Map<Long, AggregateBucket> buckets,
      AggregatesQuery query) {
    ObjectNode result = JSON.createObjectNode();
    result.set("group", group);
    ArrayNode data = result.putArray("data");
    buckets.forEach(
        (start, bucket) -> {
          ObjectNode entry = JSON.createObjectNode();
          long end = start - Math.floorMod(start, query.granularity()) + query.granularity();
          entry.put(
              "interval",
              Timestamps.text(start) + "/" + Timestamps.text(Math.min(end, query.to())));
          if (bucket.write(entry, query, switches)) {
            addUnknown(entry);
            data.add(entry);
          }
        });
    if (!data.isEmpty()) {
      results.add(result);
    }
  }

  /** An organisation with odd records also tells metrics and fields nobody has documented. */
  private void addUnknown(ObjectNode entry) {
    if (org.settings().oddities().unknownFieldsPerThousand() > 0) {
      entry.put("clairvoyance", true);
      ((ArrayNode) entry.path("metrics"))
          .addObject()
          .put("metric", "nPremonitions")
          .putObject("stats")
          .put("count", 7);
      org.faults().happened(FaultKind.UNKNOWN_FIELDS);
    }
  }
}
