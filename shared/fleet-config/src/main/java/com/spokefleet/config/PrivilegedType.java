package com.spokefleet.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be privileged. */
public enum PrivilegedType {
  OAUTH_CLIENT,
  INTEGRATION,
  ROLE,
  USER;

  /** As in fleet.yaml and in lookups. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(PrivilegedType::text).toList();
  }

  static PrivilegedType of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
