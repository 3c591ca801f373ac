package com.spokefleet.cli.onboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.configuration.CheckedOrg;
import com.spokefleet.genesys.configuration.OrgPermission;
import java.util.Collection;
import java.util.List;

/**
 * The role of Genesys Cloud with which an org's runs can do all they do and nothing else: the
 * permissions are those its checks ask for.
 */
record GenesysRole(String name, Collection<OrgPermission> permissions) {
  GenesysRole {
    permissions = List.copyOf(permissions);
  }

  static GenesysRole of(CheckedOrg org) {
    return new GenesysRole("Spokefleet " + org.name(), OrgPermission.of(org));
  }

  /**
   * The body of {@code POST /api/v2/authorization/roles}: {@code DomainOrganizationRoleCreate} of
   * the SDK 198.1, with the members that public programs send.
   */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", name);
    body.put("description", "Reads what Spokefleet keeps of this organization. Changes nothing.");
    body.putArray("permissionPolicies");
    for (OrgPermission permission : permissions) {
      List<String> parts = permission.parts();
      ObjectNode policy = body.withArray("permissionPolicies").addObject();
      policy.put("domain", parts.get(0)).put("entityName", parts.get(1));
      policy.putArray("actionSet").add(parts.get(2));
      policy.put("allowConditions", false);
    }
    return body;
  }
}
