package com.spokefleet.genesys.status;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An incident, or a scheduled maintenance.
 *
 * @param status {@code in_progress}, {@code investigating} and so on
 * @param until when a maintenance is to end
 * @param components ids of the components it names
 */
record Notice(String title, String status, Optional<Instant> until, Set<String> components) {
  private static final Set<String> OVER = Set.of("resolved", "postmortem", "completed");
  private static final Set<String> UNDER_WAY = Set.of("in_progress", "verifying");

  boolean isOver() {
    return OVER.contains(status);
  }

  boolean isUnderWay() {
    return UNDER_WAY.contains(status);
  }
}
