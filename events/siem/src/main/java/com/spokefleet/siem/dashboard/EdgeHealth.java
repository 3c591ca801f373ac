package com.spokefleet.siem.dashboard;

import java.util.List;
import java.util.Set;

/** How the Edges are. */
final class EdgeHealth {
  private EdgeHealth() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "edge_health",
        "Edge health",
        "Which Edges are busy, full or silent, and what the platform and its administrators did to"
            + " them.",
        List.of(Dashboards.ORG, new Filter("dest", "Edge", Set.of(Source.EDGES))),
        List.of(
            Dashboards.figure(
                "edges",
                "Edges that report",
                "",
                4,
                Series.of("Edges", Source.EDGES, new Measure.Distinct("edge_id"))),
            Dashboards.figure(
                "busiest", "Highest processor load, percent", "", 4, highest("cpu_load_percent")),
            Dashboards.figure(
                "fullest", "Fullest disks, percent", "", 4, highest("storage_used_percent")),
            Dashboards.lines("cpu", "Processor load, percent", "", 6, average("cpu_load_percent")),
            Dashboards.lines("memory", "Memory used, percent", "", 6, average("mem_used_percent")),
            Dashboards.lines(
                "disks", "Disks used, percent", "", 6, average("storage_used_percent")),
            Dashboards.lines(
                "network", "Network, bytes a second", "Sent and received.", 6, average("thruput")),
            new Panel(
                "each",
                "Edge by Edge",
                "",
                Panel.FULL,
                new Chart.Table(
                    List.of("org_name", "dest"),
                    List.of(
                        Series.of("Seconds since heard", Source.EDGES, new Measure.Age()),
                        highest("cpu_load_percent").named("Highest load %"),
                        highest("mem_used_percent").named("Highest memory %"),
                        highest("storage_used_percent").named("Fullest disks %"),
                        Series.of(
                            "Shortest uptime, ms",
                            Source.EDGES,
                            new Measure.Minimum("up_time_msec"))),
                    100)),
            new Panel(
                "changes",
                "Changes of Edges, trunks and sites",
                "",
                Panel.FULL,
                new Chart.Listing(
                    Source.AUDITS,
                    "entity_type in (Edge, EdgeGroup, Trunk, TrunkBase, Site, OutboundRoute,"
                        + " NumberPlan)",
                    List.of(
                        "org_name",
                        "actor_name",
                        "src_ip",
                        "vendor_action",
                        "entity_type",
                        "entity_name",
                        "old_values",
                        "new_values"),
                    50)),
            new Panel(
                "operations",
                "Operational events of telephony",
                "",
                Panel.FULL,
                new Chart.Listing(
                    Source.OPERATIONS,
                    "entity_type in (EDGE, TRUNK, SITE, PHONE)",
                    List.of(
                        "org_name",
                        "event_entity_name",
                        "entity_type",
                        "entity_name",
                        "previous_value",
                        "current_value"),
                    50))));
  }

  private static Series average(String field) {
    return Series.of(field, Source.EDGES, new Measure.Average(field)).by("dest");
  }

  private static Series highest(String field) {
    return Series.of(field, Source.EDGES, new Measure.Maximum(field));
  }
}
