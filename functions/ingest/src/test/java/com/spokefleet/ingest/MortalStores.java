package com.spokefleet.ingest;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.testing.VirtualClock;
import java.time.Duration;
import java.time.Instant;

/** Objects that take their time, in a process that is killed at its timeout as Lambda kills it. */
final class MortalStores {
  private final VirtualClock clock;
  private final Instant killedAt;
  private final Duration cost;

  MortalStores(VirtualClock clock, Instant killedAt, Duration cost) {
    this.clock = clock;
    this.killedAt = killedAt;
    this.cost = cost;
  }

  ObjectStore around(ObjectStore store) {
    return new WatchedStore(store, this::spend, _ -> {});
  }

  private void spend() {
    clock.advance(cost);
    if (clock.instant().isAfter(killedAt)) {
      throw new SideEffects.Death();
    }
  }
}
