package com.spokefleet.testing.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The half hour in which figures were emitted, and what they are about. */
public record EmissionKey(Instant interval, @Nullable String queueId, String mediaType) {
  private static final long INTERVAL_SECONDS = 1_800;

  static EmissionKey of(TrueFact fact) {
    long second = fact.emittedAt().getEpochSecond();
    return new EmissionKey(
        Instant.ofEpochSecond(second - Math.floorMod(second, INTERVAL_SECONDS)),
        fact.queueId(),
        fact.mediaType());
  }
}
