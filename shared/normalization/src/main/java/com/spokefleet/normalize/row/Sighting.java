package com.spokefleet.normalize.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a configuration object as the lake has seen it. Dimensions are history: a vanished
 * object keeps its row and gets {@code deletedAt}.
 */
public record Sighting(Instant firstSeen, Instant lastSeen, @Nullable Instant deletedAt) {
  /** An object seen for the first time; history keeps the earlier first sight if there is one. */
  public static Sighting at(Instant seenAt) {
    return new Sighting(seenAt, seenAt, null);
  }
}
