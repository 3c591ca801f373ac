package com.spokefleet.replay.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * How far EventBridge has come.
 *
 * @param reason in EventBridge's words
 * @param lastEvent time of the newest event sent so far
 */
public record ReplayState(Phase phase, String reason, Optional<Instant> lastEvent) {
  /** Whether it goes on, is done, or will never be. */
  public enum Phase {
    RUNNING,
    COMPLETED,
    /** Failed or cancelled. */
    ENDED_EARLY
  }

  /** The phase by EventBridge's own word; one not known yet is taken to go on. */
  public static Phase phase(String state) {
    return switch (state) {
      case "COMPLETED" -> Phase.COMPLETED;
      case "FAILED", "CANCELLED" -> Phase.ENDED_EARLY;
      default -> Phase.RUNNING;
    };
  }
}
