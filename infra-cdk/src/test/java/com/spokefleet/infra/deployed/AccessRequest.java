package com.spokefleet.infra.deployed;

import java.util.Map;
import java.util.Optional;

/**
 * One thing that somebody wants to do.
 *
 * @param context condition keys with their values
 */
record AccessRequest(String action, String resource, Map<String, String> context) {
  AccessRequest {
    context = Map.copyOf(context);
  }

  Optional<String> context(String key) {
    return Optional.ofNullable(context.get(key));
  }

  @Override
  public String toString() {
    return action + " on " + resource;
  }
}
