package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Chart;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Filter;
import com.spokefleet.siem.dashboard.Panel;
import com.spokefleet.siem.dashboard.Source;
import java.util.List;

/** A dashboard of Datadog, with panels where the model has them. */
final class DashboardBody {
  private static final int CHARACTERS_OF_A_LINE = 140;

  private final SiemContext context;
  private final Dashboard dashboard;
  private final WidgetBodies bodies;
  private final ArrayNode widgets = Json.texts();
  private int x;
  private int y;
  private int rowHeight;

  DashboardBody(SiemContext context, Dashboard dashboard) {
    this.context = context;
    this.dashboard = dashboard;
    this.bodies = new WidgetBodies(context, dashboard);
  }

  List<Limit> limits() {
    return bodies.limits();
  }

  DatadogObject object(Ownership ownership) {
    String id = dashboard.id().replace('_', '-');
    String title = "Genesys Cloud: " + dashboard.title();
    ObjectNode body =
        Json.object()
            .put("title", title)
            .put("description", dashboard.purpose() + "\n\n" + ownership.line(id))
            .put("layout_type", "ordered")
            .put("reflow_type", "fixed");
    ArrayNode variables = body.putArray("template_variables");
    dashboard.filters().forEach(filter -> variables.add(variable(filter)));
    dashboard.panels().forEach(this::place);
    if (dashboard.panels().stream().anyMatch(panel -> isOf(panel, Source.ALERTS))) {
      placeMonitors(ownership);
    }
    body.set("widgets", widgets);
    return new DatadogObject(DatadogKind.DASHBOARD, id, title, body);
  }

  private ObjectNode variable(Filter filter) {
    Source source =
        filter.sources().stream()
            .filter(one -> one != Source.STREAM)
            .sorted()
            .findFirst()
            .orElse(Source.STREAM);
    String prefix =
        source == Source.STREAM
            ? filter.field()
            : new LogSource(context, dashboard, source).attribute(filter.field());
    ObjectNode variable = Json.object().put("name", filter.field()).put("prefix", prefix);
    variable.putArray("available_values");
    variable.set("defaults", Json.texts("*"));
    return variable;
  }

  private void place(Panel panel) {
    if (x + panel.width() > Panel.FULL) {
      nextRow();
    }
    List<ObjectNode> definitions = bodies.of(panel);
    int height = height(panel.chart());
    boolean isAlone = panel.width() == Panel.FULL;
    if (isAlone && !panel.note().isEmpty()) {
      add(
          bodies.note(panel.note()),
          Panel.FULL,
          Math.ceilDiv(panel.note().length(), CHARACTERS_OF_A_LINE));
      nextRow();
    }
    add(definitions.getFirst(), panel.width(), height);
    for (ObjectNode further : definitions.subList(1, definitions.size())) {
      // A row is full if the model's is; what is more has a row of its own.
      if (isAlone || x == Panel.FULL) {
        nextRow();
      }
      add(further, isAlone ? Panel.FULL : panel.width(), height);
    }
  }

  private void placeMonitors(Ownership ownership) {
    nextRow();
    ObjectNode widget =
        Json.object()
            .put("type", "manage_status")
            .put("title", "Monitors, for those who have no Cloud SIEM")
            .put("query", "tag:(" + String.join(" AND ", quoted(ownership.tagsOfAll())) + ")")
            .put("summary_type", "monitors")
            .put("display_format", "countsAndList")
            .put("color_preference", "text")
            .put("hide_zero_counts", true)
            .put("show_last_triggered", true)
            .put("show_priority", true)
            .put("sort", "triggered,desc");
    add(widget, Panel.FULL, 6);
  }

  private static List<String> quoted(List<String> tags) {
    return tags.stream().map(tag -> '"' + tag + '"').toList();
  }

  private void add(ObjectNode definition, int width, int height) {
    if (x + width > Panel.FULL) {
      nextRow();
    }
    ObjectNode widget = widgets.addObject();
    widget.set("definition", definition);
    widget.putObject("layout").put("x", x).put("y", y).put("width", width).put("height", height);
    x += width;
    rowHeight = Math.max(rowHeight, height);
  }

  private void nextRow() {
    y += rowHeight;
    x = 0;
    rowHeight = 0;
  }

  private static int height(Chart chart) {
    return switch (chart) {
      case Chart.Figure figure -> 2;
      case Chart.Timeline timeline -> 4;
      case Chart.Ranking ranking -> 4;
      case Chart.Table table -> 4;
      case Chart.Listing listing -> 6;
    };
  }

  private static boolean isOf(Panel panel, Source source) {
    return panel.chart() instanceof Chart.Listing listing && listing.source() == source;
  }
}
