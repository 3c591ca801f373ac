package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P5: whatever one org suffers, the figures of the org beside it are those of an org that is alone
 * in the world.
 */
class IsolationTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Duration TIMEOUT = Duration.ofMinutes(15);
  private static final List<String> ALL = List.of("healthy", "throttled", "locked", "spoilt");
  private static final int TICKS = 3;

  @TempDir Path folder;

  @Test
  void aHealthyOrgIsTheSameBesideFailingOnesAsAlone() throws Exception {
    List<JsonNode> alone;
    try (SmallFleet fleet = fleet("alone", List.of("healthy"))) {
      alone = ticks(fleet, "healthy");
      LakeTruth.assertLakeEqualsLedger(fleet, "healthy", lastTick(), "alone");
    }
    try (SmallFleet fleet = fleet("together", ALL)) {
      breakTheOthers(fleet);

      Map<String, List<JsonNode>> together = inParallel(fleet);

      assertThat(Objects.requireNonNull(together.get("healthy")))
          .as("status, watermark, requests, counts and virtual times of every tick")
          .isEqualTo(alone);
      LakeTruth.assertLakeEqualsLedger(fleet, "healthy", lastTick(), "together");
      assertThat(statuses(Objects.requireNonNull(together.get("locked")))).containsOnly("failed");
      assertThat(statuses(Objects.requireNonNull(together.get("throttled"))))
          .containsOnly("incomplete");
      assertThat(fleet.org("spoilt").ledger().faultsHappened())
          .containsKeys(FaultKind.CONNECTION_RESET, FaultKind.POISON_RECORD);
    }
  }

  /**
   * The control: one process for all orgs, one after the other, and the throttled one costs the
   * healthy one its time.
   */
  @Test
  void inOneProcessForAllTheThrottledOrgWouldDelayTheHealthyOne() {
    try (SmallFleet fleet = fleet("one-process", List.of("throttled", "healthy"))) {
      fleet.org("throttled").faults(throttledForEver(FaultKind.TOO_MANY_REQUESTS));
      fleet.tick("throttled");

      Instant startedAt = Instant.parse(fleet.tick("healthy").path("startedAt").asText());

      assertThat(Duration.between(NOW, startedAt)).isGreaterThan(Duration.ofMinutes(10));
    }
  }

  @Test
  void anEndlesslyThrottledOrgWaitsWithinItsTimeAndNeverTakesASecondTokenToGetRoundIt() {
    try (SmallFleet fleet = fleet("throttled", List.of("throttled"))) {
      FakeOrg org = fleet.org("throttled");
      FaultPlan plan = throttledForEver(FaultKind.TOO_MANY_REQUESTS);
      org.faults(plan);

      JsonNode report = fleet.tick("throttled");

      assertThat(Duration.between(NOW, fleet.clock().instant()))
          .isPositive()
          .isLessThanOrEqualTo(TIMEOUT);
      assertThat(org.tokensIssued()).isEqualTo(1);
      JsonNode details = BadInputTest.dataset(report, "conversation-details");
      assertThat(details.path("status").asText()).isEqualTo("incomplete");
      assertThat(details.path("pendingDays").asInt())
          .as("the days it left are stored")
          .isEqualTo(4);
      assertThat(fleet.log())
          .as("and its throttled time is a metric")
          .contains("throttled_time_ms");

      plan.stop();
      fleet.clock().advance(Duration.ofMinutes(1));
      assertThat(fleet.tick("throttled").path("status").asText()).isEqualTo("completed");
      assertThat(org.tokensIssued()).isEqualTo(1);
      LakeTruth.assertLakeEqualsLedger(fleet, "throttled", fleet.clock().instant(), "let go");
    }
  }

  /**
   * With no word of when to come back the client guesses, and must not guess past its deadline
   * either.
   */
  @Test
  void throttlingWithoutRetryAfterIsWaitedOutWithinTheDeadlineToo() {
    try (SmallFleet fleet = fleet("silent", List.of("throttled"))) {
      fleet
          .org("throttled")
          .faults(throttledForEver(FaultKind.TOO_MANY_REQUESTS_WITHOUT_RETRY_AFTER));
      fleet.timeout(Duration.ofSeconds(40));

      JsonNode report = fleet.tick("throttled");

      assertThat(report.path("status").asText()).isEqualTo("incomplete");
      assertThat(Duration.between(NOW, fleet.clock().instant()))
          .isLessThanOrEqualTo(Duration.ofSeconds(40));
    }
  }

  private static void breakTheOthers(SmallFleet fleet) {
    fleet.variable("LOCKED_CLIENT_SECRET", "not-the-secret");
    fleet.org("throttled").faults(throttledForEver(FaultKind.TOO_MANY_REQUESTS));
    fleet
        .org("spoilt")
        .faults(
            FaultPlan.seeded(4, 0.3, Set.of(FaultKind.CONNECTION_RESET, FaultKind.TRUNCATED_JSON)));
    ALL.forEach(org -> fleet.clockOf(org, new VirtualClock(NOW)));
  }

  private static FaultPlan throttledForEver(FaultKind kind) {
    List<FaultRule> rules = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint != Endpoint.TOKEN) {
        rules.add(new FaultRule(endpoint, 1, Long.MAX_VALUE, kind));
      }
    }
    return FaultPlan.scripted(rules);
  }

  private static Map<String, List<JsonNode>> inParallel(SmallFleet fleet)
      throws InterruptedException, ExecutionException {
    Map<String, Future<List<JsonNode>>> running = new TreeMap<>();
    Map<String, List<JsonNode>> reports = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ALL.size())) {
      for (String org : ALL) {
        Callable<List<JsonNode>> ticks = () -> ticks(fleet, org);
        running.put(org, threads.submit(ticks));
      }
      for (Map.Entry<String, Future<List<JsonNode>>> run : running.entrySet()) {
        reports.put(run.getKey(), run.getValue().get());
      }
    }
    return reports;
  }

  /**
   * Each tick at its own virtual time; the orgs' common clock, by which they hold data, stands at
   * the last tick.
   */
  private static List<JsonNode> ticks(SmallFleet fleet, String org) {
    List<JsonNode> reports = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      VirtualClock clock = new VirtualClock(NOW.plus(Duration.ofHours(tick)));
      fleet.clockOf(org, clock);
      reports.add(fleet.tick(org));
    }
    return reports;
  }

  private static Instant lastTick() {
    return NOW.plus(Duration.ofHours(TICKS - 1));
  }

  private static List<String> statuses(List<JsonNode> reports) {
    return reports.stream().map(report -> report.path("status").asText()).toList();
  }

  private SmallFleet fleet(String name, List<String> names) {
    List<FakeOrgSettings> orgs =
        names.stream()
            .map(
                org ->
                    FakeOrgSettings.named(org, ALL.indexOf(org) + 1, NOW.minus(Duration.ofDays(2)))
                        .conversationsPerDay(60)
                        .volume(Volume.EVEN)
                        .historyEnd(NOW.minus(Duration.ofHours(1)))
                        .queues(3)
                        .users(6)
                        .oddities(new DataOddities(org.equals("spoilt") ? 200 : 0, 0, 0))
                        .build())
            .toList();
    return new SmallFleet(folder.resolve(name), new VirtualClock(NOW), orgs)
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
