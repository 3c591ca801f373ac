package com.spokefleet.genesys.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration calls, and the permission Genesys documents for each; some document none. */
enum ConfigurationDataset {
  ORGANIZATION("organization", null),
  QUEUES("queues", "routing:queue:view"),
  USERS("users", null),
  WRAPUP_CODES("wrap-up codes", "routing:wrapupCode:view"),
  DIVISIONS("divisions", null),
  PRESENCES("presence definitions", "presence:presenceDefinition:view");

  private final String title;
  private final @Nullable String permission;

  ConfigurationDataset(String title, @Nullable String permission) {
    this.title = title;
    this.permission = permission;
  }

  String title() {
    return title;
  }

  Optional<String> permission() {
    return Optional.ofNullable(permission);
  }
}
