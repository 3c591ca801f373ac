package com.spokefleet.siem.splunk.view;

import com.spokefleet.siem.dashboard.Chart;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Filter;
import com.spokefleet.siem.dashboard.Panel;
import com.spokefleet.siem.dashboard.Series;
import com.spokefleet.siem.dashboard.Source;
import java.util.List;
import java.util.stream.Collectors;

/** Dashboards as forms of Simple XML, and the menu. */
public final class Views {
  /** What the name of a view begins with: Splunk has an {@code alerts} of its own. */
  private static final String PREFIX = "genesys_";

  private Views() {}

  public static String name(Dashboard dashboard) {
    return PREFIX + dashboard.id();
  }

  /** The menu; the first dashboard is the app's first page. */
  public static String navigation(List<Dashboard> dashboards) {
    Xml xml = new Xml().open("nav", "search_view", "search");
    for (int at = 0; at < dashboards.size(); at++) {
      String name = name(dashboards.get(at));
      if (at == 0) {
        xml.leaf("view", "", "name", name, "default", "true");
      } else {
        xml.leaf("view", "", "name", name);
      }
    }
    return xml.leaf("view", "", "name", "search")
        .leaf("view", "", "name", "reports")
        .close()
        .text();
  }

  /** One dashboard. */
  public static String form(Dashboard dashboard) {
    Xml xml =
        new Xml()
            .open("form", "version", "1.1")
            .leaf("label", dashboard.title())
            .leaf("description", dashboard.purpose());
    tokens(xml, dashboard.filters());
    inputs(xml, dashboard.filters());
    PanelSearch searches = new PanelSearch(new SourceSearch(dashboard.filters()));
    int filled = 0;
    for (Panel panel : dashboard.panels()) {
      if (filled == 0) {
        xml.open("row");
      }
      panel(xml, panel, searches);
      filled = (filled + panel.width()) % Panel.FULL;
      if (filled == 0) {
        xml.close();
      }
    }
    return xml.close().text();
  }

  private static void tokens(Xml xml, List<Filter> filters) {
    xml.open("init");
    filters.forEach(filter -> xml.leaf("set", "*", "token", SourceSearch.token(filter)));
    xml.close();
  }

  private static void inputs(Xml xml, List<Filter> filters) {
    xml.open("fieldset", "submitButton", "false", "autoRun", "true")
        .open("input", "type", "time", "token", "time", "searchWhenChanged", "true")
        .leaf("label", "Time")
        .open("default")
        .leaf("earliest", "-24h@h")
        .leaf("latest", "now")
        .close()
        .close();
    filters.forEach(filter -> input(xml, filter));
    xml.close();
  }

  /** A condition on the field stands in the token, or {@code *} which is none. */
  private static void input(Xml xml, Filter filter) {
    String token = SourceSearch.token(filter);
    xml.open("input", "type", "dropdown", "token", filter.field(), "searchWhenChanged", "true")
        .leaf("label", filter.label())
        .leaf("choice", "All", "value", "*")
        .leaf("default", "*")
        .leaf("fieldForLabel", filter.field())
        .leaf("fieldForValue", filter.field())
        .open("search")
        .leaf("query", choices(filter))
        .leaf("earliest", "$time.earliest$")
        .leaf("latest", "$time.latest$")
        .close()
        .open("change")
        .open("condition", "value", "*")
        .leaf("set", "*", "token", token)
        .close()
        .open("condition")
        .leaf("set", filter.field() + "=$value|s$", "token", token)
        .close()
        .close()
        .close();
  }

  private static String choices(Filter filter) {
    if (filter.field().equals("org_name")) {
      return "| inputlookup genesys_orgs | fields org_name | sort org_name";
    }
    Source source = filter.sources().stream().sorted().findFirst().orElseThrow();
    return "%s | stats count BY %2$s | sort 200 -count | fields %2$s"
        .formatted(SourceSearch.events(source), filter.field());
  }

  private static void panel(Xml xml, Panel panel, PanelSearch searches) {
    xml.open("panel", "id", panel.id()).leaf("title", panel.title());
    if (!panel.note().isEmpty()) {
      xml.open("html").leaf("p", panel.note()).close();
    }
    xml.open(element(panel.chart()))
        .open("search")
        .leaf("query", searches.of(panel.chart()))
        .leaf("earliest", "$time.earliest$")
        .leaf("latest", "$time.latest$")
        .close();
    options(xml, panel.chart());
    xml.close().close();
  }

  private static String element(Chart chart) {
    return switch (chart) {
      case Chart.Figure figure -> "single";
      case Chart.Timeline timeline -> "chart";
      case Chart.Ranking ranking -> "chart";
      case Chart.Table table -> "table";
      case Chart.Listing listing -> "table";
    };
  }

  private static void options(Xml xml, Chart chart) {
    switch (chart) {
      case Chart.Figure figure -> option(xml, "drilldown", "none");
      case Chart.Timeline timeline -> {
        boolean isStacked = timeline.drawing() == Chart.Drawing.STACKED_COLUMNS;
        option(xml, "charting.chart", isStacked ? "column" : "line");
        if (isStacked) {
          option(xml, "charting.chart.stackMode", "stacked");
        }
        overlay(xml, timeline.series());
        option(xml, "charting.legend.placement", "bottom");
      }
      case Chart.Ranking ranking -> {
        option(xml, "charting.chart", "bar");
        option(xml, "charting.legend.placement", "none");
      }
      case Chart.Table table -> option(xml, "drilldown", "none");
      case Chart.Listing listing -> option(xml, "drilldown", "row");
    }
  }

  private static void overlay(Xml xml, List<Series> series) {
    String right =
        series.stream()
            .filter(one -> one.axis() == Series.Axis.RIGHT)
            .map(one -> '"' + one.name() + '"')
            .collect(Collectors.joining(","));
    if (!right.isEmpty()) {
      option(xml, "charting.chart.overlayFields", right);
      option(xml, "charting.axisY2.enabled", "1");
      option(xml, "charting.axisTitleY2.text", right.replace("\"", ""));
    }
  }

  private static void option(Xml xml, String name, String value) {
    xml.leaf("option", value, "name", name);
  }
}
