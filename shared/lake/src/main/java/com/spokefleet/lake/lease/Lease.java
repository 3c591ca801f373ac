package com.spokefleet.lake.lease;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The right of one run to write, until it expires or is released. As a fence it asks the store
 * every time, so a run that slept past its lease is stopped before it overwrites its successor's
 * work.
 */
public final class Lease implements Fence, AutoCloseable {
  private final CheckpointStore store;
  private final Clock clock;
  private final Duration lifetime;
  private Checkpoint held;

  Lease(CheckpointStore store, Clock clock, Duration lifetime, Checkpoint held) {
    this.store = store;
    this.clock = clock;
    this.lifetime = lifetime;
    this.held = held;
  }

  /** Grows with every acquisition of the lease, by anybody. */
  public long token() {
    return LeaseState.of(held).token();
  }

  /** When the lease passes to whoever asks, unless it is renewed. */
  public Instant heldUntil() {
    return LeaseState.of(held).heldUntil();
  }

  /** Fails with CONFLICT when the lease has expired, was released or is somebody else's. */
  @Override
  public void check() {
    LeaseState state = LeaseState.of(current());
    if (!state.isHeldAt(clock.instant())) {
      throw Leases.lost(held.key(), "it ended at " + state.heldUntil());
    }
  }

  /** Holds the lease for another lifetime from now; fails with CONFLICT when it is lost. */
  public void renew() {
    write(LeaseState.of(current()).until(clock.instant().plus(lifetime)));
  }

  /** Frees the lease for the next run; does nothing if it is lost already. */
  @Override
  public void close() {
    try {
      write(LeaseState.of(current()).until(clock.instant()));
    } catch (StoreException failure) {
      if (failure.kind() != FailureKind.CONFLICT) {
        throw failure;
      }
    }
  }

  /** The stored lease, which must still be ours. */
  private Checkpoint current() {
    Optional<Checkpoint> stored = store.read(held.key());
    if (stored.isEmpty()) {
      throw Leases.lost(held.key(), "it was removed");
    }
    LeaseState ours = LeaseState.of(held);
    LeaseState state = LeaseState.of(stored.get());
    if (state.token() != ours.token() || !state.owner().equals(ours.owner())) {
      throw Leases.lost(
          held.key(), "token %d took over from %d".formatted(state.token(), ours.token()));
    }
    return stored.get();
  }

  private void write(LeaseState next) {
    Checkpoint before = current();
    try {
      held = store.write(held.key(), before, next.toJson());
    } catch (StoreException failure) {
      if (failure.kind() != FailureKind.UNKNOWN_OUTCOME) {
        throw failure;
      }
      Checkpoint after = current();
      if (!LeaseState.of(after).equals(next)) {
        throw failure;
      }
      held = after;
    }
  }
}
