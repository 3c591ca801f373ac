package com.spokefleet.testing.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One metric as a session emitted it; the instant is epoch milliseconds. */
record Emission(
    long emitted,
    String metric,
    long value,
    @Nullable String queueId,
    String mediaType,
    String direction) {

  /** The value of a dimension an aggregates query can group or filter by. */
  Optional<String> dimension(String name) {
    return switch (name) {
      case "queueId" -> Optional.ofNullable(queueId);
      case "mediaType" -> Optional.of(mediaType);
      case "direction" -> Optional.of(direction);
      default -> throw new IllegalArgumentException("Cannot group by " + name);
    };
  }
}
