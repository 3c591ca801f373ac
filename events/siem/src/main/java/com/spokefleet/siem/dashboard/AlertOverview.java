package com.spokefleet.siem.dashboard;

import java.util.List;
import java.util.Set;

/** What the detections have raised. */
final class AlertOverview {
  private static final Set<Source> ALERTS = Set.of(Source.ALERTS);

  private AlertOverview() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "alerts",
        "Alerts",
        "What the detections have raised, how severe it is, and for which org.",
        List.of(
            Dashboards.ORG,
            new Filter("severity", "Severity", ALERTS),
            new Filter("detection", "Detection", ALERTS)),
        List.of(
            Dashboards.figure(
                "critical",
                "Critical",
                "These page the SOC.",
                4,
                alerts("Critical").when("severity = critical")),
            Dashboards.figure("high", "High", "", 4, alerts("High").when("severity = high")),
            Dashboards.figure("all", "All", "", 4, alerts("Alerts")),
            Dashboards.columns(
                "over_time", "Alerts by severity", "", 8, alerts("Alerts").by("severity")),
            Dashboards.ranking(
                "which", "Which detections", "", 4, alerts("Alerts").by("detection")),
            new Panel(
                "newest",
                "Newest alerts",
                "",
                Panel.FULL,
                new Chart.Listing(
                    Source.ALERTS,
                    "",
                    List.of(
                        "severity",
                        "detection",
                        "org_name",
                        "actor_name",
                        "entity_type",
                        "entity_name",
                        "privileged_object",
                        "basis",
                        "description",
                        "response"),
                    100))));
  }

  private static Series alerts(String name) {
    return Dashboards.count(name, Source.ALERTS);
  }
}
