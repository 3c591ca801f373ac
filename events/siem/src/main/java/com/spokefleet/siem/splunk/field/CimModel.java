package com.spokefleet.siem.splunk.field;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Datasets of Splunk's Common Information Model, with the tags that make an event part of one and
 * the fields it then must have. Source: the fields that Splunk's add-on test tool marks as
 * required, and the expected values of the model itself.
 */
public enum CimModel {
  CHANGE(
      List.of("change"),
      "action change_type command dest dvc object object_attrs object_category object_id src status"
          + " user vendor_product"),
  ACCOUNT_MANAGEMENT(
      List.of("change", "account"),
      "action change_type command dest dvc object object_attrs object_category object_id src"
          + " src_user status user vendor_product"),
  AUDITING_CHANGES(
      List.of("change", "audit"),
      "action change_type command dest dvc object object_attrs object_category object_id src status"
          + " user vendor_product"),
  NETWORK_CHANGES(
      List.of("change", "network"),
      "action change_type command dest dvc object object_attrs object_category object_id src status"
          + " user vendor_product"),
  AUTHENTICATION(List.of("authentication"), "action app dest src user"),
  ALERTS(List.of("alert"), "app description dest id severity signature signature_id src type user"),
  CPU(List.of("performance", "cpu"), "cpu_load_percent dest"),
  MEMORY(List.of("performance", "memory"), "dest mem mem_free mem_used"),
  STORAGE(
      List.of("performance", "storage"),
      "dest storage_free storage_free_percent storage_used storage_used_percent"),
  NETWORK(List.of("performance", "network"), "dest thruput");

  private static final Set<String> CHANGES =
      Set.of(
          "acl_modified",
          "cleared",
          "created",
          "deleted",
          "modified",
          "stopped",
          "lockout",
          "read",
          "logoff",
          "updated",
          "started",
          "restarted",
          "unlocked");
  private static final Map<String, Set<String>> CHANGE_VALUES =
      Map.of("action", CHANGES, "status", Set.of("success", "failure"));

  private final List<String> tags;
  private final List<String> required;

  CimModel(List<String> tags, String required) {
    this.tags = tags;
    this.required = List.of(required.split(" "));
  }

  /** An event that has all of these is part of the model. */
  public List<String> tags() {
    return tags;
  }

  /** Fields that must be there. */
  public List<String> required() {
    return required;
  }

  /** For fields that may hold certain words only: those. */
  public Map<String, Set<String>> words() {
    return switch (this) {
      case CHANGE, ACCOUNT_MANAGEMENT, AUDITING_CHANGES, NETWORK_CHANGES -> CHANGE_VALUES;
      case AUTHENTICATION -> Map.of("action", Set.of("success", "failure", "pending", "error"));
      case ALERTS ->
          Map.of(
              "severity",
              Set.of("critical", "high", "medium", "low", "informational"),
              "type",
              Set.of("alarm", "alert", "event", "task", "warning"));
      case CPU, MEMORY, STORAGE, NETWORK -> Map.of();
    };
  }
}
