package com.spokefleet.siem.splunk.field;

import java.util.List;

/**
 * Fields that come as lists. Splunk reads {@code "remote_ip":[...]} as a field {@code remote_ip{}}
 * of several values; each gets the name it has everywhere else.
 */
final class ListFields {
  private static final List<String> OF_ALL = List.of("redacted", "truncated");

  private ListFields() {}

  static List<String> of(SourceType type) {
    return switch (type) {
      case AUDIT ->
          with(
              "remote_ip changed_properties changes old_values new_values object_attrs"
                  + " entity_changes_entity_id entity_changes_entity_name"
                  + " entity_changes_entity_type entity_changes_old_values"
                  + " entity_changes_new_values");
      case ACD_END, ACW, CUSTOMER_END, FLOW_END, USER_END ->
          with(
              "requested_routings requested_routing_skill_ids requested_routing_user_ids"
                  + " callback_numbers conversation_external_contact_ids"
                  + " conversation_external_organization_ids");
      case EDGE_METRICS ->
          with(
              "processors_active_time_pct processors_cpu_id processors_idle_time_pct"
                  + " processors_privileged_time_pct processors_user_time_pct"
                  + " memory_available_bytes memory_total_bytes memory_type"
                  + " disks_available_bytes disks_partition_name disks_total_bytes"
                  + " networks_ifname networks_sent_bytes_per_sec networks_received_bytes_per_sec"
                  + " networks_bandwidth_bits_per_sec networks_utilization_pct"
                  + " subsystems_delay_ms subsystems_process_name"
                  + " subsystems_media_subsystem_delay_ms"
                  + " subsystems_media_subsystem_process_name");
      case OPERATIONS, OTHER -> OF_ALL;
      case POLLED_AUDIT -> List.of();
    };
  }

  private static List<String> with(String names) {
    return List.of((String.join(" ", OF_ALL) + " " + names).split(" "));
  }
}
