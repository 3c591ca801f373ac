package com.spokefleet.ingest;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.lake.lease.Lease;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.telemetry.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lease under which everything of one org is written: by ticks, by the closure trigger and by
 * the units of a backfill, which all hold the same one.
 */
public final class OrgLease {
  /**
   * How long a run waits for a holder that will soon be through. The closure trigger and a unit of
   * a backfill hold the lease for a minute at most; a run that came while one of them works, and
   * gave up at once, would find them at work time and again.
   */
  static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  private final String name;
  private final Leases leases;
  private final Clock clock;
  private final Sleeper sleeper;

  public OrgLease(Spoke spoke, Leases leases, Clock clock, Sleeper sleeper) {
    this.name = "ingest/" + spoke.orgId();
    this.leases = leases;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Takes the lease for a run that ends by the deadline; empty if somebody holds it. */
  public Optional<Lease> acquire(String owner, Deadline deadline) {
    return leases.acquire(name, owner, deadline.remaining().plus(MARGIN));
  }

  /**
   * Waits for a holder whose time is up within {@link #PATIENCE}, but for at most half of the run's
   * own time; empty if the lease is still held then, or held for longer.
   */
  public Optional<Lease> await(String owner, Deadline deadline) {
    Duration half = deadline.remaining().dividedBy(2);
    Instant giveUpAt = clock.instant().plus(half.compareTo(PATIENCE) < 0 ? half : PATIENCE);
    Optional<Lease> lease = acquire(owner, deadline);
    while (lease.isEmpty() && heldShortly() && clock.instant().isBefore(giveUpAt)) {
      sleep();
      lease = acquire(owner, deadline);
    }
    return lease;
  }

  private boolean heldShortly() {
    Instant soon = clock.instant().plus(PATIENCE);
    return leases.heldUntil(name).map(until -> !until.isAfter(soon)).orElse(true);
  }

  private void sleep() {
    try {
      sleeper.sleep(ASK_AGAIN);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IngestException(
          FailureKind.RETRYABLE,
          "Cannot wait for the lease " + name + ": interrupted",
          interrupted);
    }
  }
}
