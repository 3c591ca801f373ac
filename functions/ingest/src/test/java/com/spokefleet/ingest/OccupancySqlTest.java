package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of docs/ARCHITECTURE.md gives the time of agents per local day, to the millisecond. */
class OccupancySqlTest {
  private static final Instant NOW = Instant.parse("2026-11-12T18:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @TempDir Path folder;

  @Test
  void timePerLocalDayIsThatOfTheLedger() throws Exception {
    FakeOrgSettings settings =
        FakeOrgSettings.named("amer", 21, Instant.parse("2026-11-05T00:00:00Z"))
            .zone(ZONE)
            .users(8)
            .build();
    try (SmallFleet fleet = new SmallFleet(folder, new VirtualClock(NOW), List.of(settings))) {
      fleet.invoke("amer", "{\"datasets\": [\"users-details\"]}");
      Instant read = NOW.minus(Duration.ofMinutes(1));
      Map<String, Long> held = new TreeMap<>();
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        lake.query(sql())
            .forEach(
                row -> held.put(row.get(1) + " " + row.get(2), ((Number) row.get(3)).longValue()));
      }

      Map<String, Long> truth = new TreeMap<>();
      for (TrueStatus status : fleet.org("amer").ledger().statuses(NOW)) {
        if (status.kind() == TrueStatus.Kind.ROUTING
            && !status.day().isBefore(LocalDate.parse("2026-11-05"))) {
          Instant end = status.end() == null ? read : status.end();
          add(
              truth,
              status.value(),
              status.start(),
              end.isAfter(status.start()) ? end : status.start());
        }
      }
      assertThat(held).isEqualTo(truth);
      assertThat(held).as("statuses by day").hasSizeGreaterThan(12);
    }
  }

  /** Cuts a status at local midnights, one by one. */
  private static void add(Map<String, Long> truth, String status, Instant from, Instant to) {
    Instant start = from;
    while (start.isBefore(to)) {
      LocalDate day = LocalDate.ofInstant(start, ZONE);
      Instant midnight = day.plusDays(1).atStartOfDay(ZONE).toInstant();
      Instant end = to.isBefore(midnight) ? to : midnight;
      truth.merge(day + " " + status, Duration.between(start, end).toMillis(), Long::sum);
      start = end;
    }
  }

  private static String sql() throws Exception {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/ARCHITECTURE.md"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    String text = Files.readString(root.resolve("docs/ARCHITECTURE.md"));
    int start = text.indexOf("-- time of agents per local day");
    return text.substring(start, text.indexOf("```", start))
        .replace("agent_routing_status s", "{agent_routing_status} s")
        .replace("partition_proofs", "{partition_proofs}")
        .replace(
            "dim_org",
            "(select '"
                + ZONE.getId()
                + "' as time_zone, org_id from {agent_routing_status} group by all)");
  }
}
