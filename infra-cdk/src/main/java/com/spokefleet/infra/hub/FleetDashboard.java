package com.spokefleet.infra.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.alarm.Figure;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.telemetry.Dimension;
import com.spokefleet.telemetry.MetricName;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.constructs.Construct;

/**
 * All orgs on one page. Figures are found by searching, one row for each region, so the page is as
 * long for hundreds of orgs as for one of each region, and a new org is on it at once.
 */
final class FleetDashboard extends Construct {
  private static final int HALF = 12;
  private static final int HEIGHT = 6;
  private static final int PERIOD_SECONDS = 300;

  private record Graph(String title, MetricName metric, String statistic) {}

  private static final List<Graph> GRAPHS =
      List.of(
          new Graph("Age of the newest data (ms)", MetricName.DATA_AGE_MS, "Maximum"),
          new Graph("Runs", MetricName.RUNS, "Sum"),
          new Graph("Maintenance by Genesys", MetricName.MAINTENANCE, "Maximum"),
          new Graph("Runs of datasets that failed", MetricName.TICKS_FAILED, "Sum"),
          new Graph("Waiting for rate limits (ms)", MetricName.THROTTLED_TIME_MS, "Sum"),
          new Graph("Settled days that differ", MetricName.RECONCILIATION_DIFFERENCE, "Maximum"),
          new Graph("Unmapped wrap-up codes", MetricName.UNMAPPED_WRAPUPS, "Maximum"),
          new Graph("Events received", MetricName.EVENTS_RECEIVED, "Sum"),
          new Graph("Events transformed", MetricName.EVENTS_TRANSFORMED, "Sum"),
          new Graph("Events dropped on purpose", MetricName.EVENTS_DROPPED, "Sum"),
          new Graph("Events that failed", MetricName.EVENTS_FAILED, "Sum"),
          new Graph("Dead letters sent on", MetricName.DEAD_LETTERS, "Sum"));

  FleetDashboard(Construct scope, String id, Fleet fleet) {
    super(scope, id);
    CfnDashboard.Builder.create(this, "Dashboard")
        .dashboardName(new FleetNames(fleet.name()).bus())
        .dashboardBody(body(fleet).toString())
        .build();
  }

  private static ObjectNode body(Fleet fleet) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode widgets = body.putArray("widgets");
    int row = 0;
    for (String region :
        fleet.spokes().stream().map(Spoke::awsRegion).distinct().sorted().toList()) {
      heading(widgets.addObject(), region, row++);
      for (int graph = 0; graph < GRAPHS.size(); graph++) {
        int column = graph % 2 * HALF;
        graph(widgets.addObject(), GRAPHS.get(graph), region, column, row);
        if (column > 0) {
          row += HEIGHT;
        }
      }
    }
    return body;
  }

  private static void heading(ObjectNode widget, String region, int row) {
    place(widget, "text", 0, row, HALF * 2, 1);
    widget.putObject("properties").put("markdown", "## " + region);
  }

  private static void graph(ObjectNode widget, Graph graph, String region, int column, int row) {
    place(widget, "metric", column, row, HALF, HEIGHT);
    ObjectNode properties = widget.putObject("properties");
    properties.put("title", graph.title());
    properties.put("region", region);
    properties.put("view", "timeSeries");
    properties.put("period", PERIOD_SECONDS);
    properties
        .putArray("metrics")
        .addArray()
        .addObject()
        .put("id", "found")
        .put("region", region)
        .put("expression", search(graph));
  }

  private static void place(
      ObjectNode widget, String type, int column, int row, int width, int height) {
    widget
        .put("type", type)
        .put("x", column)
        .put("y", row)
        .put("width", width)
        .put("height", height);
  }

  private static String search(Graph graph) {
    String dimensions =
        graph.metric().dimensions().stream().map(Dimension::key).collect(Collectors.joining(","));
    return "SEARCH('{%s,%s} MetricName=\"%s\"', '%s', %d)"
        .formatted(
            Figure.OURS, dimensions, graph.metric().key(), graph.statistic(), PERIOD_SECONDS);
  }
}
