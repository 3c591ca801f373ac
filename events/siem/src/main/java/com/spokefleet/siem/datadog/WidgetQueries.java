package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Measure;
import com.spokefleet.siem.dashboard.Series;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.dashboard.StreamFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The queries and formulas of one request of a widget. */
final class WidgetQueries {
  private final SiemContext context;
  private final Dashboard dashboard;
  private final boolean isOverTime;
  private final List<ObjectNode> queries = new ArrayList<>();
  private final List<ObjectNode> formulas = new ArrayList<>();

  /**
   * @param isOverTime whether the figures are wanted for each moment, or one for all
   */
  WidgetQueries(SiemContext context, Dashboard dashboard, boolean isOverTime) {
    this.context = context;
    this.dashboard = dashboard;
    this.isOverTime = isOverTime;
  }

  /** Adds a figure of logs for each group of the fields. */
  ObjectNode addLogs(Series series, List<String> by, int most) {
    LogSource source = new LogSource(context, dashboard, series.source());
    String search = source.query(series.when());
    if (series.source() == Source.HANG_UPS && by.contains("leg")) {
      // Most have another sign that tells the leg; apart, they would be drawn twice.
      search += " -@" + LogPipeline.LEG + ":" + LogPipeline.UNKNOWN_LEG;
    }
    ObjectNode compute = compute(series.measure(), source);
    String name = "q" + queries.size();
    ObjectNode query = Json.object().put("data_source", source.dataSource()).put("name", name);
    query.set("compute", compute);
    query.set("indexes", Json.texts("*"));
    query.putObject("search").put("query", search);
    query.set(
        "group_by",
        Json.nodes(
            by.stream().map(field -> groupBy(source.attribute(field), compute, most)).toList()));
    queries.add(query);
    return formula(name, series.name());
  }

  /** Adds a figure of the event stream for each group of the tags. */
  ObjectNode addStream(String alias, Measure.Flow flow, StreamScope scope, List<String> by) {
    String added = sum(flow.added(), scope, by);
    String subtracted =
        flow.subtracted().isEmpty() ? "" : " - " + sum(flow.subtracted(), scope, by);
    return formula(added + subtracted, alias);
  }

  /** For a widget that shows all of them. */
  ObjectNode request() {
    ObjectNode request = Json.object().put("response_format", isOverTime ? "timeseries" : "scalar");
    request.set("queries", Json.nodes(queries));
    request.set("formulas", Json.nodes(formulas));
    return request;
  }

  private String sum(List<StreamFigure> figures, StreamScope scope, List<String> by) {
    List<String> terms =
        figures.stream()
            .flatMap(figure -> terms(figure, scope, by))
            .map("default_zero(%s)"::formatted)
            .toList();
    return terms.size() == 1 ? terms.getFirst() : "(" + String.join(" + ", terms) + ")";
  }

  private Stream<String> terms(StreamFigure figure, StreamScope scope, List<String> by) {
    boolean isSum = figure.statistic() == StreamFigure.Statistic.SUM;
    return StreamMetric.queries(figure, scope.of(figure), by).stream()
        .map(
            query -> {
              String name = "q" + queries.size();
              ObjectNode metric =
                  Json.object()
                      .put("data_source", "metrics")
                      .put("name", name)
                      .put(
                          "query",
                          isOverTime && isSum ? query + StreamMetric.adding(figure) : query);
              if (!isOverTime) {
                metric.put("aggregator", isSum ? "sum" : "max");
              }
              queries.add(metric);
              return name;
            });
  }

  private ObjectNode formula(String formula, String alias) {
    ObjectNode node = Json.object().put("formula", formula).put("alias", alias);
    formulas.add(node);
    return node;
  }

  private static ObjectNode compute(Measure measure, LogSource source) {
    ObjectNode compute = Json.object();
    return switch (measure) {
      case Measure.Count count ->
          source.identity().isEmpty()
              ? compute.put("aggregation", "count")
              : compute.put("aggregation", "cardinality").put("metric", source.identity());
      case Measure.Copies copies -> compute.put("aggregation", "count");
      case Measure.Distinct(String field) ->
          compute.put("aggregation", "cardinality").put("metric", source.attribute(field));
      case Measure.Average(String field) ->
          compute.put("aggregation", "avg").put("metric", source.attribute(field));
      case Measure.Maximum(String field) ->
          compute.put("aggregation", "max").put("metric", source.attribute(field));
      case Measure.Minimum(String field) ->
          compute.put("aggregation", "min").put("metric", source.attribute(field));
      case Measure.Age age ->
          throw new IllegalArgumentException("Cannot compute an age in Datadog");
      case Measure.Flow flow ->
          throw new IllegalArgumentException("Cannot find figures of the stream in logs");
    };
  }

  private static ObjectNode groupBy(String facet, ObjectNode compute, int most) {
    ObjectNode group = Json.object().put("facet", facet).put("limit", most);
    ObjectNode sort = group.putObject("sort");
    sort.setAll(compute);
    sort.put("order", "desc");
    return group;
  }

  static boolean isStream(Series series) {
    return series.source() == Source.STREAM;
  }
}
