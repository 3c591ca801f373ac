package com.spokefleet.siem.dashboard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All dashboards, in the order of the menu. */
public final class Dashboards {
  private static final Set<Source> OURS = EnumSet.complementOf(EnumSet.of(Source.BACKEND_ERRORS));

  /** Every figure of ours belongs to an org. */
  static final Filter ORG = new Filter("org_name", "Org", OURS);

  private Dashboards() {}

  public static List<Dashboard> all() {
    return List.of(
        AuditOverview.dashboard(),
        Abandonment.dashboard(),
        EdgeHealth.dashboard(),
        FleetHealth.dashboard(),
        AlertOverview.dashboard());
  }

  static Series count(String name, Source source) {
    return Series.of(name, source, new Measure.Count());
  }

  static Panel figure(String id, String title, String note, int width, Series series) {
    return new Panel(id, title, note, width, new Chart.Figure(series));
  }

  static Panel lines(String id, String title, String note, int width, Series... series) {
    return new Panel(
        id, title, note, width, new Chart.Timeline(Chart.Drawing.LINES, List.of(series)));
  }

  static Panel columns(String id, String title, String note, int width, Series... series) {
    return new Panel(
        id, title, note, width, new Chart.Timeline(Chart.Drawing.STACKED_COLUMNS, List.of(series)));
  }

  static Panel ranking(String id, String title, String note, int width, Series series) {
    return new Panel(id, title, note, width, new Chart.Ranking(series, 10));
  }
}
