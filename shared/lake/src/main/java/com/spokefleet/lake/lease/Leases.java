package com.spokefleet.lake.lease;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leases kept in checkpoints. Expiry is judged by the clock of whoever asks, so with skewed clocks
 * a lease may pass early; that costs work, never data, because the token, and the conditional write
 * behind every fence, do not depend on clocks.
 */
public final class Leases {
  private final CheckpointStore store;
  private final Clock clock;

  public Leases(CheckpointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes the lease if it is free or expired; empty if somebody holds it or was quicker. The owner
   * must be unique to this run. The token is greater than that of every earlier acquisition.
   */
  public Optional<Lease> acquire(String name, String owner, Duration lifetime) {
    String key = "lease/" + name;
    Instant now = clock.instant();
    Optional<Checkpoint> stored = store.read(key);
    Optional<LeaseState> state = stored.map(LeaseState::of);
    if (state.isPresent() && state.get().isHeldAt(now)) {
      return Optional.empty();
    }
    long token = state.map(LeaseState::token).orElse(0L) + 1;
    LeaseState taken = new LeaseState(owner, token, now.plus(lifetime));
    return take(key, stored, taken)
        .map(checkpoint -> new Lease(store, clock, lifetime, checkpoint));
  }

  /** Until when somebody holds the lease; empty if it is free. */
  public Optional<Instant> heldUntil(String name) {
    Instant now = clock.instant();
    return store
        .read("lease/" + name)
        .map(LeaseState::of)
        .filter(state -> state.isHeldAt(now))
        .map(LeaseState::heldUntil);
  }

  private Optional<Checkpoint> take(String key, Optional<Checkpoint> stored, LeaseState taken) {
    try {
      return Optional.of(store.write(key, stored.orElse(null), taken.toJson()));
    } catch (StoreException failure) {
      return switch (failure.kind()) {
        // The answer to our own write may have been lost, and the write sent again.
        case CONFLICT, UNKNOWN_OUTCOME ->
            store.read(key).filter(current -> LeaseState.of(current).equals(taken));
        case RETRYABLE, THROTTLED, PERMANENT, BAD_DATA, DEADLINE -> throw failure;
      };
    }
  }

  static StoreException lost(String key, String reason) {
    return new StoreException(
        FailureKind.CONFLICT, "Cannot go on under the lease " + key + ": " + reason, null);
  }
}
