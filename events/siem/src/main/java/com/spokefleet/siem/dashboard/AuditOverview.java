package com.spokefleet.siem.dashboard;

import java.util.List;
import java.util.Set;

/** Who changed what, where, and from where. */
final class AuditOverview {
  private static final String PEOPLE = "not level = SYSTEM";

  private AuditOverview() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "audit_overview",
        "Audit overview",
        "Who changed what, in which org, and from where: administrative changes of all orgs, each"
            + " with its old and new values.",
        List.of(
            Dashboards.ORG,
            filter("service_name", "Service"),
            filter("entity_type", "Type of object"),
            filter("vendor_action", "Action"),
            filter("actor_name", "Who")),
        List.of(
            Dashboards.figure("changes", "Changes", "", 3, audits("Changes")),
            Dashboards.figure(
                "actors",
                "People and clients",
                "",
                3,
                Series.of("Actors", Source.AUDITS, new Measure.Distinct("actor_id")).when(PEOPLE)),
            Dashboards.figure(
                "privileged",
                "On or by privileged objects",
                "Clients, integrations and roles that fleet.yaml names as privileged.",
                3,
                audits("Privileged").when("privileged_object exists or privileged_actor exists")),
            Dashboards.figure(
                "outsiders",
                "By users of other orgs",
                "The user's home is another org: a partner, or support.",
                3,
                audits("Outsiders").when("foreign_actor = true")),
            Dashboards.columns(
                "changes_by_org", "Changes by org", "", 8, audits("Changes").by("org_name")),
            Dashboards.ranking(
                "who",
                "Who",
                "Without the platform itself.",
                4,
                audits("Changes").when(PEOPLE).by("actor_name")),
            Dashboards.ranking("what", "What", "", 4, audits("Changes").by("entity_type")),
            Dashboards.ranking("how", "Done how", "", 4, audits("Changes").by("vendor_action")),
            Dashboards.ranking(
                "from_where",
                "From where",
                "The first public address of those that originated or handled the request.",
                4,
                audits("Changes").when(PEOPLE).by("src_ip")),
            new Panel(
                "access",
                "Clients, roles, trusts and logins",
                "",
                Panel.FULL,
                listing(
                    "entity_type in (OAuthClient, OAuthClientAuthorization, Role, RoleSettings,"
                        + " AuthUser, AuthOrganization, AccessToken,"
                        + " OrganizationAuthorizationTrust, OrganizationAuthorizationUserTrust)",
                    50)),
            new Panel(
                "all_changes",
                "All changes",
                "Old and new values are missing for orgs that allow no details.",
                Panel.FULL,
                listing("", 200))));
  }

  private static Chart listing(String when, int most) {
    return new Chart.Listing(
        Source.AUDITS,
        when,
        List.of(
            "org_name",
            "actor_name",
            "actor_type",
            "src_ip",
            "vendor_action",
            "entity_type",
            "entity_name",
            "entity_id",
            "old_values",
            "new_values",
            "privileged_object"),
        most);
  }

  private static Series audits(String name) {
    return Dashboards.count(name, Source.AUDITS);
  }

  private static Filter filter(String field, String label) {
    return new Filter(field, label, Set.of(Source.AUDITS));
  }
}
