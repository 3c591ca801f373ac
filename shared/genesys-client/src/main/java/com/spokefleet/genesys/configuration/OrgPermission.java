package com.spokefleet.genesys.configuration;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every permission an org's client may need, as Genesys spells it: {@code domain:entity:action}.
 * The check of an org and the role to create are both made of these.
 */
public enum OrgPermission {
  QUEUES("routing:queue:view", true, "queues with their divisions and service level targets"),
  WRAPUP_CODES("routing:wrapupCode:view", true, "the names of wrap-up codes"),
  CONVERSATION_AGGREGATES(
      "analytics:conversationAggregate:view", true, "figures per queue and half hour"),
  CONVERSATION_DETAILS(
      "analytics:conversationDetail:view", true, "conversations by query, by job and by id"),
  PRESENCE_DEFINITIONS("presence:presenceDefinition:view", false, "the names of presences"),
  USERS_DETAILS("analytics:userDetail:view", true, "presences and routing statuses of users"),
  AUDITS("audits:audit:view", false, "audits by query, because polls has audits"),
  EDGES(
      "telephony:plugin:all", false, "Edges and what they measure, because polls has edge-metrics"),
  /** No run needs it; whoever sets an org up has its integration looked at with it. */
  INTEGRATIONS(
      "integrations:integration:view", false, "a look at the EventBridge integration, by onboard");

  private final String text;
  private final boolean byDivision;
  private final String reason;

  OrgPermission(String text, boolean byDivision, String reason) {
    this.text = text;
    this.byDivision = byDivision;
    this.reason = reason;
  }

  /** What the runs of this org need and no more: what its checks ask for. */
  public static Set<OrgPermission> of(CheckedOrg org) {
    Set<OrgPermission> needed = new LinkedHashSet<>();
    PermissionProbe.of(org, Instant.EPOCH).stream()
        .map(PermissionProbe::permission)
        .flatMap(Optional::stream)
        .forEach(needed::add);
    return needed;
  }

  /** As Genesys spells it. */
  public String text() {
    return text;
  }

  /**
   * Whether what it shows is limited to the divisions it is granted in. Inferred from what the
   * records carry; the list of permissions of an org itself would tell ({@code divisionAware}), but
   * takes a permission more.
   */
  public boolean byDivision() {
    return byDivision;
  }

  /** What is read with it, for whoever grants it. */
  public String reason() {
    return reason;
  }

  /** Domain, entity and action. */
  public List<String> parts() {
    return List.of(text.split(":"));
  }
}
