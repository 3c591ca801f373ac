package com.spokefleet.genesys.configuration;

import java.util.Optional;

/** Tells an administrator of Genesys Cloud how to let our client read something. */
public final class PermissionHelp {
  private PermissionHelp() {}

  /** What to click, for a permission or where none is documented. */
  public static String howToGrant(Optional<OrgPermission> permission) {
    String grant =
        permission
            .map(name -> "add the permission " + name.text() + " to a role")
            .orElse(
                "choose a role that may do this (Genesys documents no permission of its own for"
                    + " it)");
    return "in Genesys Cloud, Admin, "
        + grant
        + ", and give that role to the OAuth client for all divisions";
  }
}
