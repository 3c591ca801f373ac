package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Chart;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Measure;
import com.spokefleet.siem.dashboard.Panel;
import com.spokefleet.siem.dashboard.Series;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.lookup.Org;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The panels of a dashboard as widgets; one that Datadog cannot draw at once becomes several. */
final class WidgetBodies {
  /** Groups that a figure is told apart by, at most. */
  private static final int MOST_GROUPS = 100;

  private final SiemContext context;
  private final Dashboard dashboard;
  private final List<Limit> limits = new ArrayList<>();

  WidgetBodies(SiemContext context, Dashboard dashboard) {
    this.context = context;
    this.dashboard = dashboard;
  }

  List<Limit> limits() {
    return List.copyOf(limits);
  }

  /** Definitions, the first of them in the panel's own place. */
  List<ObjectNode> of(Panel panel) {
    return switch (panel.chart()) {
      case Chart.Figure(Series series) -> List.of(figure(panel, series));
      case Chart.Timeline(Chart.Drawing drawing, List<Series> series) ->
          List.of(timeline(panel, drawing, series));
      case Chart.Ranking(Series series, int most) ->
          List.of(ranking(panel.title(), series, series.by().stream().toList(), most));
      case Chart.Table table ->
          WidgetQueries.isStream(table.series().getFirst())
              ? streamTables(panel, table)
              : logTable(panel, table);
      case Chart.Listing listing ->
          List.of(listing.source() == Source.ALERTS ? signals(panel) : listing(panel, listing));
    };
  }

  /** What stands above a panel whose title does not tell it all. */
  ObjectNode note(String text) {
    return Json.object()
        .put("type", "note")
        .put("content", text)
        .put("background_color", "transparent")
        .put("font_size", "14")
        .put("text_align", "left")
        .put("show_tick", false);
  }

  private ObjectNode figure(Panel panel, Series series) {
    WidgetQueries queries = queries(false);
    queries.addLogs(series, List.of(), MOST_GROUPS);
    ObjectNode widget = widget("query_value", panel.title());
    widget.putArray("requests").add(queries.request());
    return widget.put("autoscale", false).put("precision", 0);
  }

  private ObjectNode timeline(Panel panel, Chart.Drawing drawing, List<Series> all) {
    ObjectNode widget = widget("timeseries", panel.title()).put("show_legend", true);
    ArrayNode requests = widget.putArray("requests");
    for (Series series : all) {
      WidgetQueries queries = queries(true);
      if (series.measure() instanceof Measure.Flow flow) {
        queries.addStream(series.name(), flow, StreamScope.chosen(context.fleet()), List.of());
      } else {
        queries.addLogs(series, series.by().stream().toList(), MOST_GROUPS);
      }
      boolean isRight = series.axis() == Series.Axis.RIGHT;
      boolean isColumns = drawing == Chart.Drawing.STACKED_COLUMNS && !isRight;
      requests.add(
          queries
              .request()
              .put("display_type", isColumns ? "bars" : "line")
              .put("on_right_yaxis", isRight));
    }
    return widget;
  }

  private ObjectNode ranking(String title, Series series, List<String> by, int most) {
    WidgetQueries queries = queries(false);
    ObjectNode formula = queries.addLogs(series, by, most);
    formula.putObject("limit").put("count", most).put("order", "desc");
    ObjectNode widget = widget("toplist", title);
    widget.putArray("requests").add(queries.request());
    return widget;
  }

  private List<ObjectNode> logTable(Panel panel, Chart.Table table) {
    WidgetQueries queries = queries(false);
    table.series().stream()
        .filter(series -> !isAge(series))
        .forEach(series -> queries.addLogs(series, table.by(), groups(table)));
    ObjectNode widget = widget("query_table", panel.title());
    widget.putArray("requests").add(queries.request());
    List<ObjectNode> widgets = new ArrayList<>(List.of(widget));
    table.series().stream()
        .filter(WidgetBodies::isAge)
        .forEach(
            series -> {
              limit(
                  panel,
                  "\"%s\" is missing: no widget of Datadog compares a time with now. Instead there is"
                          .formatted(series.name())
                      + " what came in the last 15 minutes; who is not in it is older.");
              widgets.add(recently(panel, series, table));
            });
    return widgets;
  }

  private ObjectNode recently(Panel panel, Series age, Chart.Table table) {
    Series count = Series.of("Events", age.source(), new Measure.Count()).when(age.when());
    ObjectNode widget =
        ranking(panel.title() + ": in the last 15 minutes", count, table.by(), groups(table));
    widget.putObject("time").put("live_span", "15m");
    return widget;
  }

  /** All fields together must not make more than a thousand groups. */
  private static int groups(Chart.Table table) {
    return table.by().size() == 1 ? table.most() : 30;
  }

  /**
   * Ours and those of AWS have no tag in common, so no table holds both; and what is made of both
   * has a line for each org.
   */
  private List<ObjectNode> streamTables(Panel panel, Chart.Table table) {
    List<ObjectNode> widgets = new ArrayList<>();
    List<String> ours =
        table.by().stream()
            .map(field -> field.equals("org_name") ? StreamMetric.ORG : field)
            .toList();
    List<String> ofAws =
        List.of(table.by().contains("destination") ? StreamMetric.STREAM : StreamMetric.QUEUE);
    streamTable(panel, ", by the transformation", table, ours, WidgetBodies::isOurs)
        .ifPresent(widgets::add);
    streamTable(panel, ", by AWS", table, ofAws, WidgetBodies::isOfAws).ifPresent(widgets::add);
    table.series().stream()
        .filter(series -> !isOurs(flow(series)) && !isOfAws(flow(series)))
        .forEach(
            series -> {
              limit(
                  panel,
                  "\"%s\" is a line for each org, not a column: it is made of metrics of ours and of AWS, which have no tag in common."
                      .formatted(series.name()));
              byOrg(series).ifPresent(widgets::add);
            });
    return widgets;
  }

  private Optional<ObjectNode> streamTable(
      Panel panel,
      String suffix,
      Chart.Table table,
      List<String> by,
      Predicate<Measure.Flow> isIn) {
    WidgetQueries queries = queries(false);
    List<Series> columns =
        table.series().stream().filter(series -> isIn.test(flow(series))).toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    columns.forEach(
        series ->
            queries.addStream(
                series.name(), flow(series), StreamScope.chosen(context.fleet()), by));
    ObjectNode widget = widget("query_table", panel.title() + suffix);
    widget.putArray("requests").add(queries.request());
    return Optional.of(widget);
  }

  private Optional<ObjectNode> byOrg(Series series) {
    WidgetQueries queries = queries(true);
    List<String> orgs =
        context.lookups().orgs().stream().filter(Org::sendsEvents).map(Org::name).toList();
    if (orgs.isEmpty()) {
      return Optional.empty();
    }
    for (String org : orgs) {
      queries.addStream(
          org, flow(series), StreamScope.ofOrg(context.fleet(), org, orgs), List.of());
    }
    ObjectNode widget = widget("timeseries", series.name() + ", by org").put("show_legend", true);
    widget.putArray("requests").add(queries.request().put("display_type", "line"));
    return Optional.of(widget);
  }

  private ObjectNode listing(Panel panel, Chart.Listing listing) {
    LogSource source = new LogSource(context, dashboard, listing.source());
    ObjectNode request = Json.object().put("response_format", "event_list");
    ArrayNode columns = request.putArray("columns");
    columns.addObject().put("field", "timestamp").put("width", "auto");
    listing.fields().stream()
        .map(source::attribute)
        .distinct()
        .forEach(field -> columns.addObject().put("field", field).put("width", "auto"));
    ObjectNode query =
        request
            .putObject("query")
            .put("data_source", "logs_stream")
            .put("query_string", source.query(listing.when()));
    query.putArray("indexes");
    query.putObject("sort").put("column", "timestamp").put("order", "desc");
    ObjectNode widget = widget("list_stream", panel.title());
    widget.putArray("requests").add(request);
    return widget;
  }

  /** A list of signals is newer than the client's types, so this counts them. */
  private ObjectNode signals(Panel panel) {
    limit(
        panel,
        "counts signals by severity, detection and org; the signals themselves are in the Signals Explorer.");
    WidgetQueries queries = queries(false);
    queries.addLogs(
        Series.of("Alerts", Source.ALERTS, new Measure.Count()),
        List.of("severity", "detection", "org_name"),
        10);
    ObjectNode widget = widget("query_table", panel.title());
    widget.putArray("requests").add(queries.request());
    return widget;
  }

  private WidgetQueries queries(boolean isOverTime) {
    return new WidgetQueries(context, dashboard, isOverTime);
  }

  private static ObjectNode widget(String type, String title) {
    return Json.object().put("type", type).put("title", title);
  }

  private static boolean isAge(Series series) {
    return series.measure() instanceof Measure.Age;
  }

  private static Measure.Flow flow(Series series) {
    if (series.measure() instanceof Measure.Flow flow) {
      return flow;
    }
    throw new IllegalArgumentException(
        "Cannot show %s beside figures of the stream".formatted(series.name()));
  }

  private static boolean isOurs(Measure.Flow flow) {
    return flow.added().stream().allMatch(StreamMetric::isOurs)
        && flow.subtracted().stream().allMatch(StreamMetric::isOurs);
  }

  private static boolean isOfAws(Measure.Flow flow) {
    return flow.added().stream().noneMatch(StreamMetric::isOurs)
        && flow.subtracted().stream().noneMatch(StreamMetric::isOurs);
  }

  private void limit(Panel panel, String text) {
    limits.add(new Limit(dashboard.title() + ", " + panel.title(), text));
  }
}
