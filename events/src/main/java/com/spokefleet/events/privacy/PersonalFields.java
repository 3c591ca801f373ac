package com.spokefleet.events.privacy;

import java.util.List;
import java.util.Set;

/**
 * Which flat fields tell of persons, by name and whatever the topic: a field of a topic nobody knew
 * when this was written is treated as the same field of the others.
 */
public final class PersonalFields {
  private static final Set<String> CUSTOMER =
      Set.of(
          "address_from",
          "address_other",
          "address_self",
          "address_to",
          "ani",
          "callback_numbers",
          "callback_user_name",
          "conversation_external_contact_ids",
          "conversation_external_organization_ids",
          "dnis",
          "external_contact_id",
          "external_organization_id",
          "external_tag",
          "flow_entry_reason",
          "flow_transfer_target_address",
          "from_address",
          "outbound_contact_id",
          "participant_name",
          "remote",
          "remote_name",
          "session_dnis",
          "subject",
          "to_address",
          "wrapup_notes");

  /** Attributes hold whatever a flow's author put there, transcripts what was said. */
  private static final List<String> CUSTOMER_PREFIXES =
      List.of("attributes", "journey_context", "participants", "transcripts");

  /**
   * Ids of entities are among them because the entity may be a user, whose id beside its hash would
   * undo the hash; the topic's full name holds the same id.
   */
  private static final Set<String> STAFF =
      Set.of(
          "answered_user_id",
          "changes",
          "current_value",
          "entity_id",
          "entity_name",
          "entity_self_uri",
          "entity_token",
          "new_values",
          "old_values",
          "parent_entity",
          "previous_value",
          "remote_ip",
          "requested_routing_user_ids",
          "src_ip",
          "topic_name",
          "user_display",
          "user_id",
          "user_name",
          "username_id",
          "username_self_uri");

  private static final List<String> STAFF_PREFIXES =
      List.of("context", "entity_changes", "message", "property_changes");

  private PersonalFields() {}

  public static Personal of(String flatName) {
    if (CUSTOMER.contains(flatName) || under(flatName, CUSTOMER_PREFIXES)) {
      return Personal.CUSTOMER;
    }
    return STAFF.contains(flatName) || under(flatName, STAFF_PREFIXES)
        ? Personal.STAFF
        : Personal.NOBODY;
  }

  private static boolean under(String flatName, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (flatName.equals(prefix) || flatName.startsWith(prefix + "_")) {
        return true;
      }
    }
    return false;
  }
}
