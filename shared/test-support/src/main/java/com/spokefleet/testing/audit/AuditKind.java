package com.spokefleet.testing.audit;

import java.util.List;

/** The services, entity types and actions a fake organisation audits; a small part of the real. */
enum AuditKind {
  FLOW("Architect", "Flow", List.of("Checkin", "Publish", "Delete")),
  QUEUE("ContactCenter", "Queue", List.of("Create", "Update", "MemberAdd")),
  WRAPUP_CODE("ContactCenter", "WrapupCode", List.of("Create", "Delete")),
  ROLE("PeoplePermissions", "Role", List.of("Update", "MemberAdd")),
  O_AUTH_CLIENT("PeoplePermissions", "OAuthClient", List.of("View", "Create", "Rotate", "Delete")),
  USER("PeoplePermissions", "AuthUser", List.of("Authenticate", "ChangePassword")),
  EDGE("Telephony", "Edge", List.of("Update", "UpdateOutOfService")),
  INTEGRATION("Integrations", "Integration", List.of("Enable", "Update")),
  PRESENCE("Presence", "UserPresence", List.of("Update"));

  private final String service;
  private final String entityType;
  private final List<String> actions;

  AuditKind(String service, String entityType, List<String> actions) {
    this.service = service;
    this.entityType = entityType;
    this.actions = actions;
  }

  String service() {
    return service;
  }

  String entityType() {
    return entityType;
  }

  List<String> actions() {
    return actions;
  }
}
