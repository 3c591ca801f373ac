package com.spokefleet.events.envelope;

/** The actions of audits in the words of Splunk's Common Information Model, data model Change. */
final class CimAction {
  private CimAction() {}

  /** One of the model's expected values; what is not known otherwise has modified something. */
  static String of(String action) {
    if (action.contains("Delete") || action.contains("Purge")) {
      return "deleted";
    }
    if (action.startsWith("Member")) {
      return "acl_modified";
    }
    return switch (action) {
      case "Create", "Add", "Upload", "VersionCreate", "Copy" -> "created";
      case "Remove" -> "deleted";
      case "View", "Read", "ReadAll", "Download", "Export", "Search" -> "read";
      case "Assign",
          "Unassign",
          "Reassign",
          "Authorize",
          "Deauthorize",
          "AddPairingRole",
          "RemovePairingRole",
          "Revoke" ->
          "acl_modified";
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
}
