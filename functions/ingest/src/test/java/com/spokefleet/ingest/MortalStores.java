package com.spokefleet.ingest;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    return new ObjectStore() {
      @Override
      public Optional<ObjectVersion> download(String key, Path target) {
        spend();
        return store.download(key, target);
      }

      @Override
      public Optional<ObjectVersion> version(String key) {
        spend();
        return store.version(key);
      }

      @Override
      public ObjectVersion upload(String key, Path content, Precondition precondition) {
        spend();
        return store.upload(key, content, precondition);
      }

      @Override
      public List<String> list(String prefix) {
        spend();
        return store.list(prefix);
      }
    };
  }

  private void spend() {
    clock.advance(cost);
    if (clock.instant().isAfter(killedAt)) {
      throw new SideEffects.Death();
    }
  }
}
