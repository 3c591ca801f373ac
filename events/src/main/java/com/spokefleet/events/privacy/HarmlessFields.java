package com.spokefleet.events.privacy;

import java.util.Set;

/**
 * Which flat fields of a kind of event are known to tell of nobody, so that they may leave a
 * metrics-only organisation as they are. A field that is in no list is not known, whatever it is
 * called: the platform adds fields without asking.
 */
public enum HarmlessFields {
  /** Around the body: what EventBridge and the integration add. */
  AROUND(Set.of("correlation_id", "published_at", "resources", "topic_version")),

  /**
   * Who did what to what, without who and to what; ids of OAuth clients are no persons'. The
   * actor's id is copied from a field that was treated before.
   */
  AUDIT(
      Set.of(
          "actor_id",
          "actor_type",
          "audit_id",
          "changed_properties",
          "client_id",
          "client_id_self_uri",
          "entity_type",
          "foreign_actor",
          "initiating_action_action_context",
          "initiating_action_transaction_id",
          "level",
          "self_change",
          "service_name",
          "user_home_org_id",
          "vendor_action",
          "vendor_status")),

  /** Which of the platform's own list of operational events it is. */
  OPERATIONS(
      Set.of(
          "entity_type",
          "error_code",
          "event_entity_description",
          "event_entity_id",
          "event_entity_name",
          "version")),

  /** Measurements of machines: all of it. */
  MACHINES(Set.of()) {
    @Override
    boolean has(String flatName) {
      return true;
    }
  },

  /** Of a topic that nobody has looked at. */
  NONE(Set.of());

  private final Set<String> names;

  HarmlessFields(Set<String> names) {
    this.names = names;
  }

  boolean has(String flatName) {
    return names.contains(flatName);
  }
}
