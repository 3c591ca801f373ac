package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A conversation that re-opens while its day is paged moves every later row one place up, and the
 * row at the edge of the page is seen by nobody. The overlap cannot find it, for it ended long ago.
 */
class HiddenRowTest {
  private static final Instant NOW = Instant.parse("2026-11-10T18:00:00Z");
  private static final String DETAILS = "{\"datasets\": [\"conversation-details\"]}";

  @TempDir Path folder;

  private SmallFleet fleet;

  @BeforeEach
  void aRowIsHidden() {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 11, NOW.minus(Duration.ofHours(12)))
            .conversationsPerDay(200)
            .volume(Volume.EVEN)
            .historyEnd(NOW.minus(Duration.ofHours(1)))
            .build();
    fleet =
        new SmallFleet(folder, new VirtualClock(NOW), List.of(settings))
            .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
    FakeOrg org = fleet.org("emea");
    org.changesReach(Duration.ofDays(1));
    org.faults(FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_QUERY, 4, 4, FaultKind.REOPENED)));
    fleet.invoke("emea", DETAILS);
    assertThat(org.ledger().faultsHappened()).containsEntry(FaultKind.REOPENED, 1L);
  }

  @Test
  void theCountFindsIt() {
    try (SmallFleet counted = fleet) {
      for (int hour = 0; hour < 5; hour++) {
        counted.clock().advance(Duration.ofMinutes(61));
        counted.tick("emea");
      }
      LakeTruth.assertLakeEqualsLedger(counted, "emea", counted.clock().instant(), "counted");
    }
  }

  /** The control. */
  @Test
  void withoutTheCountItWouldStayHidden() {
    try (SmallFleet uncounted = fleet) {
      for (int hour = 0; hour < 5; hour++) {
        uncounted.clock().advance(Duration.ofMinutes(61));
        uncounted.invoke("emea", DETAILS);
      }
      assertThatThrownBy(
              () ->
                  LakeTruth.assertLakeEqualsLedger(
                      uncounted, "emea", uncounted.clock().instant(), "uncounted"))
          .isInstanceOf(AssertionError.class);
    }
  }
}
