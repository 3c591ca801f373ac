package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.detection.EventScope;
import java.util.List;

/** The kinds of events an analyst asks for by name, and what they are in the models. */
public final class EventTypes {
  private static final String SIGN_IN = AuditFields.SIGN_IN;
  private static final String CHANGE = "not (" + SIGN_IN + ")";

  private EventTypes() {}

  public static List<EventType> all() {
    List<SourceType> audits = SourceType.of(EventScope.AUDITS);
    List<SourceType> conversations = SourceType.of(EventScope.CONVERSATIONS);
    List<SourceType> edges = SourceType.of(EventScope.EDGES);
    return List.of(
        EventType.of("genesys_event", List.of(SourceType.values())),
        EventType.of("genesys_audit", audits),
        EventType.of("genesys_audit_change", audits, CHANGE, List.of("change")),
        EventType.of(
            "genesys_audit_account",
            audits,
            "entity_type in (User, AuthUser, OAuthClient, OAuthClientAuthorization, AccessToken,"
                + " Role, RoleSettings) and "
                + CHANGE,
            List.of("change", "account")),
        // What writes the audits we get is the integration that sends them.
        EventType.of(
            "genesys_audit_auditing",
            audits,
            "entity_type in (Integration, AnalyticsReportingSettings) and " + CHANGE,
            List.of("change", "audit")),
        EventType.of(
            "genesys_audit_network",
            audits,
            "entity_type in (Trunk, TrunkBase, OutboundRoute, NumberPlan, Site, Edge, EdgeGroup)",
            List.of("change", "network")),
        EventType.of("genesys_sign_in", audits, SIGN_IN, List.of("authentication")),
        EventType.of("genesys_conversation_end", conversations),
        EventType.of(
            "genesys_hang_up", conversations, SearchTimeFields.HANG_UP + " exists", List.of()),
        EventType.of("genesys_edge_metrics", edges),
        EventType.of(
            "genesys_edge_cpu", edges, "cpu_load_percent exists", List.of("performance", "cpu")),
        EventType.of("genesys_edge_memory", edges, "mem exists", List.of("performance", "memory")),
        EventType.of(
            "genesys_edge_storage", edges, "storage exists", List.of("performance", "storage")),
        EventType.of(
            "genesys_edge_network", edges, "thruput exists", List.of("performance", "network")),
        EventType.of("genesys_operational_event", SourceType.of(EventScope.OPERATIONS), "alert"));
  }
}
