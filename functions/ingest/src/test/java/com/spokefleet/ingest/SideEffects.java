package com.spokefleet.ingest;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts and names everything a run does to the outer world, and lets the process die right after
 * the k-th: from then on nothing reaches the stores any more, as after a real death.
 */
final class SideEffects {
  private final int dieAfter;
  private final List<String> trace = new ArrayList<>();
  private LongSupplier submitted = () -> 0;
  private long seen;
  private boolean dead;

  private SideEffects(int dieAfter) {
    this.dieAfter = dieAfter;
  }

  static SideEffects counted() {
    return new SideEffects(Integer.MAX_VALUE);
  }

  static SideEffects dyingAfter(int effects) {
    return new SideEffects(effects);
  }

  /**
   * Jobs submitted elsewhere are side effects, too: noticed, and died of, before anything else
   * reaches the stores.
   */
  SideEffects andSubmitted(LongSupplier jobs) {
    submitted = jobs;
    seen = jobs.getAsLong();
    return this;
  }

  List<String> trace() {
    return List.copyOf(trace);
  }

  ObjectStore around(ObjectStore store) {
    return new WatchedStore(store, this::requireAlive, key -> happened("object " + key));
  }

  CheckpointStore around(CheckpointStore store) {
    return new CheckpointStore() {
      @Override
      public Optional<Checkpoint> read(String key) {
        requireAlive();
        return store.read(key);
      }

      @Override
      public Checkpoint write(String key, @Nullable Checkpoint expected, String body) {
        requireAlive();
        Checkpoint written = store.write(key, expected, body);
        happened("checkpoint " + key);
        return written;
      }
    };
  }

  private void happened(String effect) {
    trace.add(effect);
    if (trace.size() >= dieAfter) {
      dead = true;
      throw new Death();
    }
  }

  private void requireAlive() {
    while (!dead && seen < submitted.getAsLong()) {
      seen++;
      happened("job");
    }
    if (dead) {
      throw new Death();
    }
  }

  /** Not an Exception, so that no handler of ours mistakes it for a failure it can live with. */
  static final class Death extends Error {
    Death() {
      super("the process died here", null, false, false);
    }
  }
}
