package com.spokefleet.cli.kpi;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report as a person reads it. */
public final class KpiTable {
  private static final String FLEET = "All orgs";

  private final KpiReport report;
  private final boolean withStatus;

  public KpiTable(KpiReport report) {
    this(report, true);
  }

  private KpiTable(KpiReport report, boolean withStatus) {
    this.report = report;
    this.withStatus = withStatus;
  }

  /** The figures alone, for where the proofs stand beside them. */
  public static KpiTable ofFigures(KpiReport report) {
    return new KpiTable(report, false);
  }

  public List<String> lines() {
    boolean grouped = report.grouping() != Grouping.ORG;
    List<String> titles = new ArrayList<>();
    titles.add("Org");
    if (grouped) {
      titles.add(report.grouping().title());
    }
    for (Kpi kpi : Kpi.values()) {
      titles.add(kpi.title(report.threshold()));
    }
    if (withStatus) {
      titles.add("Data");
    }
    TextTable table = new TextTable(grouped ? 2 : 1, withStatus ? 1 : 0, titles);
    for (OrgKpis org : report.orgs()) {
      org.groups().forEach((group, totals) -> add(table, org.name(), group, totals, ""));
      String status = org.statusText(report.madeAt());
      addTotal(table, org.name(), org.total(), status);
    }
    table.rule();
    for (Map.Entry<String, KpiTotals> group : report.fleetGroups().entrySet()) {
      add(table, FLEET, group.getKey(), group.getValue(), "");
    }
    addTotal(table, FLEET, report.fleet(), fleetStatus());
    return table.lines();
  }

  private void addTotal(TextTable table, String name, Optional<KpiTotals> totals, String status) {
    String group = report.grouping() == Grouping.ORG ? "" : "all";
    if (totals.isPresent()) {
      add(table, name, group, totals.get(), status);
      return;
    }
    List<String> cells = labels(name, group);
    for (int kpi = 0; kpi < Kpi.values().length; kpi++) {
      cells.add(Format.UNKNOWN);
    }
    if (withStatus) {
      cells.add(status);
    }
    table.row(cells);
  }

  private void add(TextTable table, String name, String group, KpiTotals totals, String status) {
    List<String> cells = labels(name, group);
    for (Kpi kpi : Kpi.values()) {
      cells.add(kpi.text(totals));
    }
    if (withStatus) {
      cells.add(status);
    }
    table.row(cells);
  }

  private List<String> labels(String name, String group) {
    List<String> labels = new ArrayList<>();
    labels.add(name);
    if (report.grouping() != Grouping.ORG) {
      labels.add(group);
    }
    return labels;
  }

  private String fleetStatus() {
    long unknown = report.unknownOrgs();
    long known = report.orgs().size() - unknown;
    return unknown == 0 ? known + " orgs" : known + " of " + report.orgs().size() + " orgs";
  }
}
