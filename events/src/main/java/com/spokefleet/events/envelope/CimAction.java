package com.spokefleet.events.envelope;

/** The actions of audits in the words of Splunk's Common Information Model, data model Change. */
final class CimAction {
  private CimAction() {}

  /** Whether objects of this type say who may do what: roles, trusts, clients, tokens, logins. */
  static boolean isAboutAccess(String entityType) {
    return switch (entityType) {
      case "Role", "RoleSettings", "AuthUser", "AuthOrganization", "AccessToken" -> true;
      default ->
          entityType.startsWith("OAuthClient")
              || entityType.startsWith("Organization") && entityType.endsWith("Trust");
    };
  }

  /**
   * One of the model's expected values; what is not known otherwise has modified something.
   *
   * @param access whether the object is {@link #isAboutAccess about access}: members of a queue get
   *     calls, members of a role get rights
   */
  static String of(String action, boolean access) {
    if (action.contains("Delete") || action.contains("Purge")) {
      return "deleted";
    }
    if (access && changesRights(action)) {
      return "acl_modified";
    }
    return switch (action) {
      case "Create", "Add", "Upload", "VersionCreate", "Copy" -> "created";
      case "Remove" -> "deleted";
      case "View", "Read", "ReadAll", "Download", "Export", "Search" -> "read";
      // Only trusts have these.
      case "AddPairingRole", "RemovePairingRole" -> "acl_modified";
      case "Enable", "Activate", "Start" -> "started";
      case "Disable", "Deactivate", "Stop" -> "stopped";
      case "Cycle", "Recycle", "Restart" -> "restarted";
      case "Unlock" -> "unlocked";
      case "Lock" -> "lockout";
      case "Logout" -> "logoff";
      case "Clear" -> "cleared";
      default -> "modified";
    };
  }

  private static boolean changesRights(String action) {
    return switch (action) {
      case "Assign", "Unassign", "Reassign", "Authorize", "Deauthorize", "Revoke" -> true;
      default -> action.startsWith("Member");
    };
  }
}
