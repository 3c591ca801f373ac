package com.spokefleet.siem.dashboard;

import java.util.List;
import java.util.Set;

/** Whether customers hang up because a backend fails. */
final class Abandonment {
  private static final Set<Source> CALLS = Set.of(Source.HANG_UPS);

  private Abandonment() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "abandonment_correlation",
        "Abandonment correlation",
        "Do customers hang up when a backend fails? Hang-ups by leg over the backend's HTTP errors"
            + " of the 500s, on one axis of time.",
        List.of(
            Dashboards.ORG,
            new Filter("leg", "Leg", CALLS),
            new Filter("media_type", "Medium", CALLS),
            new Filter("queue_id", "Queue (id)", CALLS)),
        List.of(
            Dashboards.figure(
                "hang_ups",
                "Customers who hung up",
                "Each conversation once.",
                3,
                hangUps("Hang-ups")),
            Dashboards.figure(
                "in_ivr", "In the IVR", "", 3, hangUps("In the IVR").when("leg = ivr")),
            Dashboards.figure(
                "in_queue", "In a queue", "", 3, hangUps("In a queue").when("leg = queue")),
            Dashboards.figure(
                "backend_errors",
                "HTTP 500s of the backend",
                "",
                3,
                Dashboards.count("HTTP 500s", Source.BACKEND_ERRORS)),
            Dashboards.columns(
                "correlation",
                "Hang-ups by leg over HTTP 500s",
                "Columns: conversations that the customer ended, by where he was then; with an agent"
                    + " that is the usual end of a call. Line: errors of the backend, on a scale of"
                    + " its own.",
                Panel.FULL,
                hangUps("Hang-ups").by("leg"),
                Dashboards.count("HTTP 500s", Source.BACKEND_ERRORS).onTheRight()),
            Dashboards.columns(
                "by_org",
                "Hang-ups before an agent, by org",
                "",
                6,
                before("Hang-ups").by("org_name")),
            Dashboards.ranking(
                "by_flow",
                "Hang-ups in flows",
                "By the id of the flow.",
                6,
                hangUps("Hang-ups").when("leg = ivr").by("flow_id")),
            new Panel(
                "operations",
                "What the platform says itself",
                "Operational events in the same range of time, such as data actions that fail.",
                Panel.FULL,
                new Chart.Listing(
                    Source.OPERATIONS,
                    "",
                    List.of(
                        "org_name",
                        "event_entity_name",
                        "entity_type",
                        "entity_name",
                        "previous_value",
                        "current_value",
                        "error_code",
                        "conversation_id"),
                    50))));
  }

  private static Series hangUps(String name) {
    return Dashboards.count(name, Source.HANG_UPS);
  }

  private static Series before(String name) {
    return hangUps(name).when("leg in (ivr, queue)");
  }
}
