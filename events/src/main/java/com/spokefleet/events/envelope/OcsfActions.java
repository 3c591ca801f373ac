package com.spokefleet.events.envelope;

import org.jspecify.annotations.Nullable;

/**
 * The actions of audits as activities of OCSF 1.8.0. What is not known is no activity of the
 * schema: it keeps the platform's own name under 99, Other.
 */
final class OcsfActions {
  private OcsfActions() {}

  /** What happens to an entity. */
  static OcsfActivity managed(String action) {
    if (action.contains("Delete") || action.contains("Purge")) {
      return managed(4, "Delete");
    }
    return switch (action) {
      case "" -> managed(OcsfActivity.UNKNOWN, "Unknown");
      case "Create", "Add", "Upload", "VersionCreate", "Copy" -> managed(1, "Create");
      case "View", "Read", "ReadAll", "Download", "DownloadCapture", "Export", "Search" ->
          managed(2, "Read");
      case "Remove" -> managed(4, "Delete");
      case "Move" -> managed(5, "Move");
      case "Enable" -> managed(8, "Enable");
      case "Disable" -> managed(9, "Disable");
      case "Activate", "UpdateInService" -> managed(10, "Activate");
      case "Deactivate", "UpdateOutOfService" -> managed(11, "Deactivate");
      case "AddPairingRole",
          "Append",
          "ApplyProtection",
          "Assign",
          "ChangePassword",
          "IpAllowlistClear",
          "MemberAdd",
          "MemberRemove",
          "MemberUpdate",
          "Publish",
          "Reassign",
          "Replace",
          "Reschedule",
          "Reset",
          "Revert",
          "RevokeProtection",
          "Rollback",
          "Rotate",
          "Save",
          "ShareAdd",
          "ShareRemove",
          "TagAdd",
          "TagRemove",
          "TagUpdate",
          "Unassign",
          "Unpublish",
          "Update",
          "UpdateRetention",
          "Write" ->
          managed(3, "Update");
      default -> managed(OcsfActivity.OTHER, "");
    };
  }

  /**
   * What happens to accounts and their rights, where the schema has more to say; otherwise null.
   */
  static @Nullable OcsfActivity special(OcsfEntity entity, String action) {
    return switch (entity) {
      case USER -> ofUser(action);
      case ROLE -> ofAccess(action);
      case GROUP, ORGANIZATION, OTHER -> null;
    };
  }

  private static @Nullable OcsfActivity ofUser(String action) {
    if (action.contains("Delete") || action.contains("Purge")) {
      return account(6, "Delete");
    }
    return switch (action) {
      case "Authenticate" -> new OcsfActivity(OcsfClass.AUTHENTICATION, 1, "Logon");
      case "Logout" -> new OcsfActivity(OcsfClass.AUTHENTICATION, 2, "Logoff");
      case "Create" -> account(1, "Create");
      case "Enable", "Activate" -> account(2, "Enable");
      case "ChangePassword" -> account(3, "Password Change");
      case "Disable", "Deactivate" -> account(5, "Disable");
      case "Lock" -> account(9, "Lock");
      case "Unlock" -> account(12, "Unlock");
      default -> ofAccess(action);
    };
  }

  private static @Nullable OcsfActivity ofAccess(String action) {
    return switch (action) {
      case "Add", "Assign", "Authorize", "MemberAdd" ->
          new OcsfActivity(OcsfClass.USER_ACCESS, 1, "Assign Privileges");
      case "Deauthorize", "MemberRemove", "Remove", "Revoke", "Unassign" ->
          new OcsfActivity(OcsfClass.USER_ACCESS, 2, "Revoke Privileges");
      default -> null;
    };
  }

  private static OcsfActivity managed(int id, String caption) {
    return new OcsfActivity(OcsfClass.ENTITY_MANAGEMENT, id, caption);
  }

  private static OcsfActivity account(int id, String caption) {
    return new OcsfActivity(OcsfClass.ACCOUNT_CHANGE, id, caption);
  }
}
