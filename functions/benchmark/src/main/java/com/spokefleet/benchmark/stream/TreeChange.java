package com.spokefleet.benchmark.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/** An audit's fields of the Common Information Model, of a tree. */
final class TreeChange {
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("Create", "created"),
          Map.entry("Add", "created"),
          Map.entry("Upload", "created"),
          Map.entry("Copy", "created"),
          Map.entry("Remove", "deleted"),
          Map.entry("View", "read"),
          Map.entry("Read", "read"),
          Map.entry("ReadAll", "read"),
          Map.entry("Download", "read"),
          Map.entry("Export", "read"),
          Map.entry("Enable", "started"),
          Map.entry("Activate", "started"),
          Map.entry("Disable", "stopped"),
          Map.entry("Deactivate", "stopped"));

  private static final Pattern ACCESS =
      Pattern.compile(
          "Role|RoleSettings|AuthUser|AuthOrganization|AccessToken|OAuthClient.*|Organization.*Trust");
  private static final Pattern RIGHTS =
      Pattern.compile("Member.*|Assign|Unassign|Reassign|Authorize|Deauthorize|Revoke");

  private TreeChange() {}

  static void add(ObjectNode flat, String orgId) {
    String action = flat.path("vendor_action").asText();
    String service = flat.path("service_name").asText();
    String entityType = flat.path("entity_type").asText();
    actor(flat, orgId);
    flat.put("action", cim(action, entityType));
    flat.put("change_type", service.equals("PeoplePermissions") ? "AAA" : service);
    flat.put("command", service + "." + entityType + "." + action);
    flat.put("dest", orgId).put("dvc", orgId).put("vendor_account", orgId);
    flat.put("object", first(flat, "entity_name", "entity_id"));
    if (flat.has("changed_properties")) {
      flat.set("object_attrs", flat.get("changed_properties"));
    } else {
      flat.put("object_attrs", "none");
    }
    flat.put("object_category", entityType);
    flat.put("object_id", first(flat, "entity_id"));
    flat.put("src", first(flat, "src_ip"));
    flat.put("status", "success").put("status_source", "default");
    String user = first(flat, "user_name", "user_display", "user_id", "client_id");
    boolean platform = user.equals("unknown") && flat.path("level").asText().equals("SYSTEM");
    flat.put("user", platform ? "system" : user);
  }

  private static void actor(ObjectNode flat, String orgId) {
    String user = flat.path("user_id").asText();
    String client = flat.path("client_id").asText();
    if (!user.isEmpty() || !client.isEmpty()) {
      flat.put("actor_id", user.isEmpty() ? client : user);
    }
    if (!first(flat, "user_id", "user_name", "user_display").equals("unknown")) {
      flat.put("actor_type", "user");
    } else if (!client.isEmpty()) {
      flat.put("actor_type", "client");
    } else if (flat.path("level").asText().equals("SYSTEM")) {
      flat.put("actor_type", "system");
    }
    String home = flat.path("user_home_org_id").asText();
    if (!home.isEmpty() && !home.equalsIgnoreCase(orgId)) {
      flat.put("foreign_actor", true);
    }
    if (!user.isEmpty() && user.equals(flat.path("entity_id").asText())) {
      flat.put("self_change", true);
    }
  }

  private static String first(ObjectNode flat, String... names) {
    for (String name : names) {
      String value = flat.path(name).asText();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "unknown";
  }

  private static String cim(String action, String entityType) {
    if (action.contains("Delete") || action.contains("Purge")) {
      return "deleted";
    }
    boolean access = ACCESS.matcher(entityType).matches() && RIGHTS.matcher(action).matches();
    return access ? "acl_modified" : ACTIONS.getOrDefault(action, "modified");
  }
}
