package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.detection.EventScope;

/**
 * A count that outlives the logs: 15 months, whatever the index keeps. It counts records, copies
 * included, for a metric made of logs knows no identity; and Datadog bills it as a custom metric,
 * one for each org and family of topics.
 */
final class LogMetric {
  private static final String NAME = "events";

  private LogMetric() {}

  static DatadogObject records(Ownership ownership) {
    String id = ownership.metricPrefix() + NAME;
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data").put("type", "logs_metrics").put("id", id);
    ObjectNode attributes = data.putObject("attributes");
    attributes.putObject("compute").put("aggregation_type", "count");
    attributes.putObject("filter").put("query", LogQuery.of(EventScope.ALL));
    ArrayNode groups = attributes.putArray("group_by");
    groups.addObject().put("path", LogQuery.attribute("org_name")).put("tag_name", "org");
    groups.addObject().put("path", "service").put("tag_name", "family");
    return new DatadogObject(DatadogKind.METRIC, NAME, id, body);
  }
}
