package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P2 for audits: whatever side effect a run dies after, the lake ends in the same bytes. */
class AuditsCrashTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Instant HISTORY = Instant.parse("2026-11-17T12:00:00Z");
  private static final String AUDITS = "{\"datasets\": [\"audits\"]}";
  private static final String POLLED =
      "    residency: full\n    schedule: {historyDays: 2}\n    polls: [audits]\n";

  @TempDir Path folder;

  @Test
  void dyingAfterAnySideEffectEndsInTheSameBytesAndProofs() {
    Map<String, Integer> points = new CrashPoints(folder, Life::new).assertSameEnd();

    assertThat(points)
        .containsKeys("object audits", "object partition_proofs", "checkpoint audits", "job");
    assertThat(points.get("job")).as("queries submitted, of six services").isGreaterThan(5);
  }

  private static final class Life implements CrashLife {
    private final SmallFleet fleet;

    Life(Path folder) {
      FakeOrgSettings org =
          FakeOrgSettings.named("emea", 21, HISTORY)
              .conversationsPerDay(0)
              .queues(4)
              .users(8)
              .build();
      fleet = new SmallFleet(folder, new VirtualClock(NOW), List.of(org), Map.of("emea", POLLED));
    }

    @Override
    public SmallFleet fleet() {
      return fleet;
    }

    @Override
    public LongSupplier submitted() {
      return () -> fleet.org("emea").ledger().served().requests(Endpoint.AUDIT_QUERY);
    }

    /** The first run submits, the second lands. */
    @Override
    public void live() {
      fleet.invoke("emea", AUDITS);
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.invoke("emea", AUDITS);
    }

    /** Twice the submitting and the landing, so that everybody has read up to the same instant. */
    @Override
    public void goOn() {
      for (int hours = 2; hours < 6; hours += 2) {
        CrashLife.sleepUntil(fleet, NOW.plus(Duration.ofHours(hours)));
        fleet.invoke("emea", AUDITS);
        fleet.clock().advance(Duration.ofMinutes(5));
        fleet.invoke("emea", AUDITS);
      }
    }

    @Override
    public void assertTrue() {
      Instant settled = fleet.clock().instant().minus(Duration.ofMinutes(30));
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.texts("select audit_id from {audits}"))
            .containsAll(
                fleet.org("emea").audits().truth(settled).stream().map(TrueAudit::id).toList());
      }
    }

    @Override
    public void close() {
      fleet.close();
    }
  }
}
