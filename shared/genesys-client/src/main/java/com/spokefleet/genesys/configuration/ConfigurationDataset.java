package com.spokefleet.genesys.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration calls, and the permission Genesys documents for each; some document none. */
enum ConfigurationDataset {
  ORGANIZATION("organization", null),
  QUEUES("queues", OrgPermission.QUEUES),
  USERS("users", null),
  WRAPUP_CODES("wrap-up codes", OrgPermission.WRAPUP_CODES),
  DIVISIONS("divisions", null),
  PRESENCES("presence definitions", OrgPermission.PRESENCE_DEFINITIONS);

  private final String title;
  private final @Nullable OrgPermission permission;

  ConfigurationDataset(String title, @Nullable OrgPermission permission) {
    this.title = title;
    this.permission = permission;
  }

  String title() {
    return title;
  }

  Optional<OrgPermission> permission() {
    return Optional.ofNullable(permission);
  }
}
