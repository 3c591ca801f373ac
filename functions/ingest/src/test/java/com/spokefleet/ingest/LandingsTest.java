package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import com.spokefleet.testing.stream.bus.PutEventsServer;
import com.spokefleet.testing.stream.bus.PutEventsServer.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who listens hears of every partition that changed, with the bytes it has now: at least once. */
class LandingsTest {
  private static final Instant START = Instant.parse("2026-11-09T12:00:00Z");
  private static final String DETAILS = "{\"datasets\": [\"conversation-details\"]}";
  private static final String BUS =
      "arn:aws:events:eu-central-1:111122223333:event-bus/spokefleet-test";

  @TempDir Path folder;

  private PutEventsServer bus;
  private AwsAt aws;

  @BeforeEach
  void serve() {
    bus = new PutEventsServer();
    aws = new AwsAt(bus.address());
  }

  @AfterEach
  void stop() {
    aws.close();
    bus.close();
  }

  @Test
  void everyObjectOfTheLakeHasBeenToldWithItsBytesAndItsStatus() {
    try (SmallFleet fleet = fleet("told", "    polls: [edge-metrics]\n")) {
      for (int tick = 0; tick < 5; tick++) {
        fleet.tick("emea");
        assertEverythingIsTold(fleet, "tick " + tick);
        fleet.clock().advance(tick == 0 ? Duration.ofDays(5) : Duration.ofMinutes(10));
      }

      assertThat(told("status").values()).contains("provisional", "settled");
      assertThat(told("table").values())
          .contains("conversations", "dim_queue", "edge_metrics", "partition_proofs");
      assertThat(LoggedMetrics.of(fleet.log()).sum("landings_told")).isEqualTo(bus.taken().size());
      assertThat(LoggedMetrics.of(fleet.log()).sum("landings_owed")).isZero();
    }
  }

  @Test
  void whatDidNotChangeIsNotToldAgain() {
    try (SmallFleet fleet = fleet("again", "")) {
      fleet.invoke("emea", DETAILS);
      int before = bus.taken().size();
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"conversation-details\"], \"from\": \"2026-11-08\", \"to\":"
              + " \"2026-11-08\"}");

      assertThat(before).isPositive();
      assertThat(bus.taken()).hasSize(before);
    }
  }

  @Test
  void aBusThatIsDownFailsNoLandingAndIsToldEverythingLater() {
    try (SmallFleet fleet = fleet("down", "")) {
      bus.faults().always(Fault.DENIED);
      JsonNode report = fleet.invoke("emea", DETAILS);
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.invoke("emea", DETAILS);

      assertThat(report.path("status").asText()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "untold");
      assertThat(LoggedMetrics.of(fleet.log()).sum("landings_owed")).isPositive();
      assertThat(fleet.log())
          .contains("Cannot put events on " + BUS + ": HTTP 400 AccessDeniedException");
      assertThat(bus.taken()).isEmpty();

      bus.faults().always(Fault.NONE);
      fleet.coldStart("emea");
      fleet.invoke("emea", "{\"datasets\": [\"settle\"]}");
      assertEverythingIsTold(fleet, "by a later run of something else");
    }
  }

  /** A checkpoint of ours that is spoilt costs notices, never a landing. */
  @Test
  void landingGoesOnWhereItCannotBeNotedThatSomethingIsOwed() {
    try (SmallFleet fleet =
        fleet("spoilt", "")
            .withStores(
                store -> store,
                store ->
                    new ForgetfulCheckpoints(
                        store, "landed/", Optional.of("{\"conversations\":[\"x\"]}")))) {
      assertThat(fleet.invoke("emea", DETAILS).path("status").asText()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "spoilt");
      assertThat(LoggedMetrics.of(fleet.log()).sum("landings_owed")).isPositive();
      assertThat(fleet.log()).contains("Cannot tell what landed");
    }
  }

  @Test
  void theClosureTriggerTellsWhatItLanded() {
    try (SmallFleet fleet = fleet("closure", "    latency: immediate\n")) {
      fleet.invoke("emea", DETAILS);
      bus.forget();
      List<String> ends =
          ClosureBatch.bodies(fleet.org("emea").endEvents(START.minus(Duration.ofDays(2))));
      fleet.clock().advance(Duration.ofDays(8));
      ClosureBatch.handle(fleet, fleet.closure("emea"), ends);

      assertThat(told("table").values()).contains("conversations", "evaluations");
      Map<String, String> stored = LakeBytes.hashes(fleet.lake(), Set.of());
      assertThat(stored).containsAllEntriesOf(told("sha256"));
    }
  }

  @Test
  void aRunThatDiesAnywhereLeavesItsDebtsToTheNext() {
    SideEffects counted = SideEffects.counted();
    try (SmallFleet fleet = fleet("uncrashed", "").withStores(counted::around, counted::around)) {
      fleet.invoke("emea", DETAILS);
    }
    List<String> trace = counted.trace();
    assertThat(trace).anyMatch(effect -> effect.startsWith("checkpoint landed/"));
    for (int k = 1; k <= trace.size(); k++) {
      String description = "died after effect " + k + ", " + trace.get(k - 1);
      try (SmallFleet fleet = dying("crashed-" + k, k, store -> store)) {
        fleet.invoke("emea", DETAILS);
        assertEverythingIsTold(fleet, description);
      }
    }
  }

  /** The control: told from memory alone, some change is never told. */
  @Test
  void withoutNotingItFirstADeathLosesNotices() {
    SideEffects counted = SideEffects.counted();
    try (SmallFleet fleet =
        fleet("forgetful", "")
            .withStores(counted::around, store -> forgetting(counted.around(store)))) {
      fleet.invoke("emea", DETAILS);
    }
    List<String> trace = counted.trace();
    int landed =
        trace.indexOf(
            trace.stream()
                .filter(effect -> effect.startsWith("object "))
                .findFirst()
                .orElseThrow());
    try (SmallFleet fleet = dying("dead", landed + 1, LandingsTest::forgetting)) {
      fleet.invoke("emea", DETAILS);
      Map<String, String> untold = LakeBytes.hashes(fleet.lake(), Set.of());
      untold.keySet().removeAll(told("sha256").keySet());
      assertThat(untold).hasSize(1);
    }
  }

  /** A fleet whose first process has died, and whose next one finds the lease run out. */
  private SmallFleet dying(String name, int k, UnaryOperator<CheckpointStore> notices) {
    bus.forget();
    SideEffects effects = SideEffects.dyingAfter(k);
    SmallFleet fleet =
        fleet(name, "").withStores(effects::around, store -> notices.apply(effects.around(store)));
    assertThatThrownBy(() -> fleet.invoke("emea", DETAILS)).isInstanceOf(SideEffects.Death.class);
    fleet.withStores(store -> store, notices);
    fleet.clock().advance(Duration.ofMinutes(20));
    return fleet;
  }

  private static CheckpointStore forgetting(CheckpointStore store) {
    return new ForgetfulCheckpoints(store, "landed/", Optional.empty());
  }

  private void assertEverythingIsTold(SmallFleet fleet, String description) {
    assertThat(told("sha256"))
        .as(description)
        .isEqualTo(LakeBytes.hashes(fleet.lake(), Set.of()))
        .isNotEmpty();
  }

  /** What was told last, by the object's key. */
  private Map<String, String> told(String field) {
    Map<String, String> told = new TreeMap<>();
    bus.taken()
        .forEach(
            taken ->
                told.put(taken.detail().path("key").asText(), taken.detail().path(field).asText()));
    return told;
  }

  private SmallFleet fleet(String name, String moreOfSpoke) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 7, Instant.parse("2026-11-08T00:00:00Z"))
            .conversationsPerDay(30)
            .volume(Volume.EVEN)
            .historyEnd(Instant.parse("2026-11-08T20:00:00Z"))
            .evaluationsAndSurveys(true)
            .queues(2)
            .users(4)
            .build();
    SmallFleet fleet =
        new SmallFleet(
                folder.resolve(name),
                new VirtualClock(START),
                List.of(org),
                Map.of(
                    "emea", "    residency: full\n    schedule: {historyDays: 3}\n" + moreOfSpoke))
            .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
    fleet.variable(IngestEnvironment.LANDED, "eventbridge:" + BUS);
    return fleet;
  }
}
