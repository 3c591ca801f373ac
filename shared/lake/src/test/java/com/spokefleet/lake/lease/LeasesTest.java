package com.spokefleet.lake.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeasesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @TempDir Path folder;
  private CheckpointStore store;

  @BeforeEach
  void openStore() {
    store = new FileCheckpointStore(folder);
  }

  @Test
  void heldLeaseIsNotGivenToAnybodyElse() {
    Lease lease = acquire("first", NOON).orElseThrow();

    assertThat(acquire("second", NOON.plus(LIFETIME).minusMillis(1))).isEmpty();
    lease.check();
    assertThat(lease.heldUntil()).isEqualTo(NOON.plus(LIFETIME));
  }

  @Test
  void leasesOfOtherNamesAreFree() {
    acquire("first", NOON);

    assertThat(leases(NOON).acquire("other", "second", LIFETIME)).isPresent();
  }

  @Test
  void releasedLeaseIsFreeAtOnceAndTheTokenGrows() {
    Lease first = acquire("first", NOON).orElseThrow();
    first.close();
    Lease second = acquire("second", NOON).orElseThrow();

    assertThat(second.token()).isGreaterThan(first.token());
    assertLost(first);
    second.check();
  }

  @Test
  void expiredLeaseIsTakenOverAndTheZombiesCheckRenewalAndReleaseDoNothing() {
    Lease zombie = acquire("zombie", NOON).orElseThrow();
    Lease successor = acquire("successor", NOON.plus(LIFETIME)).orElseThrow();

    assertThat(successor.token()).isEqualTo(zombie.token() + 1);
    assertLost(zombie);
    StoreException failure = catchThrowableOfType(StoreException.class, zombie::renew);
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    zombie.close();
    successor.check();
  }

  @Test
  void ownClockAloneEndsALeaseThatNobodyTookOver() {
    MovableClock clock = new MovableClock(NOON);
    Lease lease = new Leases(store, clock).acquire("org", "first", LIFETIME).orElseThrow();
    clock.now = NOON.plus(LIFETIME);
    assertLost(lease);

    lease.renew();
    lease.check();
    assertThat(lease.heldUntil()).isEqualTo(NOON.plus(LIFETIME).plus(LIFETIME));
  }

  @Test
  void clockThatRunsAheadTakesALeaseEarlyButTheFormerHolderIsStoppedAllTheSame() {
    Lease holder = acquire("holder", NOON).orElseThrow();
    Lease early = acquire("ahead", NOON.plus(Duration.ofHours(1))).orElseThrow();

    assertLost(holder);
    early.check();
  }

  @Test
  void sameOwnerTwiceIsStillTwoAcquisitions() {
    Lease first = acquire("same", NOON).orElseThrow();
    Lease second = acquire("same", NOON.plus(LIFETIME)).orElseThrow();

    assertLost(first);
    second.check();
  }

  @Test
  void acquisitionWhoseAnswerWasLostIsRecognisedByReadingBack() {
    Leases leases = new Leases(new LosingStore(store, true), clock(NOON));

    Lease lease = leases.acquire("org", "first", LIFETIME).orElseThrow();
    assertThat(lease.token()).isEqualTo(1);
  }

  @Test
  void acquisitionThatNeverArrivedIsNotHeld() {
    Leases leases = new Leases(new LosingStore(store, false), clock(NOON));

    assertThat(leases.acquire("org", "first", LIFETIME)).isEmpty();
    assertThat(acquire("second", NOON)).isPresent();
  }

  @Test
  void damagedLeaseIsAnErrorAndNeverFree() {
    store.write("lease/org", null, "{\"owner\":\"first\",\"token\":\"");

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> acquire("second", NOON));
    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessage("Cannot read the lease lease/org");
  }

  private Optional<Lease> acquire(String owner, Instant now) {
    return leases(now).acquire("org", owner, LIFETIME);
  }

  private Leases leases(Instant now) {
    return new Leases(store, clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static void assertLost(Lease lease) {
    StoreException failure = catchThrowableOfType(StoreException.class, lease::check);
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    assertThat(failure).hasMessageStartingWith("Cannot go on under the lease lease/org: ");
  }

  /** Loses the answer to every write, or the write itself. */
  private record LosingStore(CheckpointStore store, boolean writes) implements CheckpointStore {
    @Override
    public Optional<Checkpoint> read(String key) {
      return store.read(key);
    }

    @Override
    public Checkpoint write(String key, @Nullable Checkpoint expected, String body) {
      if (writes) {
        store.write(key, expected, body);
      }
      throw new StoreException(FailureKind.UNKNOWN_OUTCOME, "Cannot tell", null);
    }
  }

  private static final class MovableClock extends Clock {
    private Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
