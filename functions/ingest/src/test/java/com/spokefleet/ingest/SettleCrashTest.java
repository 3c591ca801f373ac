package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P2 for whatever reads by job: settling and backfills that die after any side effect, a submitted
 * job included, end in the same bytes and the same proofs.
 */
class SettleCrashTest {
  private static final Instant HISTORY = Instant.parse("2026-11-10T06:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");
  private static final String SPOKE =
      """
          residency: full
          schedule: {historyDays: %d}
          privacy:
            attributes: [orderId]
      """;

  @TempDir Path folder;

  @Test
  void settlingThatDiesAfterAnySideEffectEndsInTheSameBytesAndProofs() {
    Map<String, Integer> points = new CrashPoints(folder, Settling::new).assertSameEnd();
    assertThat(points)
        .containsKeys(
            "object conversations",
            "object interactions",
            "object segments",
            "object conversation_attributes",
            "object partition_proofs",
            "checkpoint conversation-settle",
            "job");
  }

  @Test
  void aBackfillThatDiesAfterAnySideEffectEndsInTheSameBytesAndProofs() {
    Map<String, Integer> points = new CrashPoints(folder, Backfill::new).assertSameEnd();
    assertThat(points)
        .containsKeys(
            "object conversations",
            "object interactions",
            "object segments",
            "object conversation_attributes",
            "object partition_proofs",
            "checkpoint conversation-backfill",
            "job");
  }

  /** Two days that ticks have landed and that have changed since. */
  private static final class Settling extends Life {
    private static final String SETTLE = "{\"datasets\": [\"settle\"]}";

    Settling(Path folder) {
      super(folder, 6);
      fleet().invoke("emea", "{\"datasets\": [\"conversation-details\"]}");
      assertThat(fleet().org("emea").changeLongAfterEnd(Duration.ofDays(4))).isPresent();
      assertThat(fleet().org("emea").changeLongAfterEnd(Duration.ofDays(4))).isPresent();
      // Jobs know of a change once the availability date has passed it.
      fleet().clock().advance(Duration.ofHours(7));
    }

    @Override
    public void live() {
      for (int run = 0; run < 3; run++) {
        fleet().invoke("emea", SETTLE);
        fleet().clock().advance(Duration.ofMinutes(5));
      }
    }

    @Override
    public void goOn() {
      CrashLife.sleepUntil(fleet(), NOW.plus(Duration.ofHours(9)));
      for (int run = 0; run < 5; run++) {
        fleet().invoke("emea", SETTLE);
        fleet().clock().advance(Duration.ofMinutes(run % 2 == 0 ? 5 : 65));
      }
    }
  }

  /** Days that nobody has read yet. */
  private static final class Backfill extends Life {
    private static final String REQUEST =
        "{\"datasets\": [\"backfill\"], \"from\": \"2026-11-10\", \"to\": \"2026-11-11\"}";

    Backfill(Path folder) {
      super(folder, 1);
    }

    @Override
    public void live() {
      for (int unit = 0; unit < 4; unit++) {
        fleet().invoke("emea", REQUEST);
        fleet().clock().advance(Duration.ofSeconds(80));
      }
    }

    @Override
    public void goOn() {
      CrashLife.sleepUntil(fleet(), NOW.plus(Duration.ofHours(9)));
      for (int unit = 0; unit < 4; unit++) {
        fleet().invoke("emea", REQUEST);
        fleet().clock().advance(Duration.ofMinutes(3));
      }
    }
  }

  private abstract static class Life implements CrashLife {
    private final SmallFleet fleet;

    Life(Path folder, int historyDays) {
      FakeOrgSettings org =
          FakeOrgSettings.named("emea", 4, HISTORY)
              .conversationsPerDay(10)
              .volume(Volume.EVEN)
              .historyEnd(Instant.parse("2026-11-11T06:00:00Z"))
              .queues(2)
              .users(4)
              .build();
      fleet =
          new SmallFleet(
              folder,
              new VirtualClock(NOW),
              List.of(org),
              Map.of("emea", SPOKE.formatted(historyDays)));
      fleet.org("emea").jobs().pagesHold(6);
    }

    @Override
    public void assertTrue() {
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "settled");
    }

    @Override
    public SmallFleet fleet() {
      return fleet;
    }

    @Override
    public LongSupplier submitted() {
      return () -> fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_JOBS);
    }

    @Override
    public void close() {
      fleet.close();
    }
  }
}
