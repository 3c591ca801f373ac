package com.spokefleet.normalize;

import org.jspecify.annotations.Nullable;

/**
 * Keys that stay unique when orgs are put side by side: {@code <org_id>:<id>}. Names are never
 * keys.
 */
public final class IdentityKeys {
  private final String prefix;

  public IdentityKeys(String orgId) {
    this.prefix = orgId + ":";
  }

  public String key(String id) {
    return prefix + id;
  }

  /** The key of an id that may be absent; absent stays absent. */
  public @Nullable String keyOrNull(@Nullable String id) {
    return id == null ? null : key(id);
  }
}
