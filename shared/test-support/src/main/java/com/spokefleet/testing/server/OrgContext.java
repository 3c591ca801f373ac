package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.FaultCounts;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.org.ConfigurationObjects;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Clock;

/** What every part of one organisation's server works with. */
record OrgContext(
    FakeOrgSettings settings,
    Clock clock,
    ConfigurationObjects objects,
    FaultCounts faults,
    ServedCounts served) {
  private static final long GRANULARITY_MILLIS = 1_000;

  /**
   * The latest event queries can see now, in epoch milliseconds: whole seconds behind the clock by
   * the ingestion lag, so that a walk of pages within a second sees one state.
   */
  long visibleUntil() {
    return visibleUntil(settings, clock.millis());
  }

  static long visibleUntil(FakeOrgSettings settings, long now) {
    long visible = now - settings.ingestionLag().toMillis();
    return visible - Math.floorMod(visible, GRANULARITY_MILLIS);
  }
}
