package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.lake.lease.Lease;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The closure trigger: rows within a minute of the end, a batch answered message by message, and a
 * shortcut that spoils nothing the ticks do.
 */
class ClosureTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String IMMEDIATE = "    residency: full\n    latency: immediate\n";

  /** What the queue waits before it brings a failed message again. */
  private static final Duration VISIBILITY = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void aRowLandsWithinAMinuteOfTheInteractionsEnd() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      // Only this dataset, so that no time passes between its end and the first event.
      fleet.invoke("emea", "{\"datasets\": [\"conversation-details\"]}");
      Queue queue = new Queue(fleet);
      Set<String> late = new TreeSet<>();
      for (int step = 0; step < 30; step++) {
        fleet.clock().advance(VISIBILITY);
        queue.deliver();
        late.addAll(missing(fleet, fleet.clock().instant().minus(Duration.ofMinutes(1))));
      }

      assertThat(queue.landed).as("the test saw conversations end").isGreaterThan(20);
      assertThat(late).as("ended more than a minute ago and not in the lake").isEmpty();
      assertThat(LoggedMetrics.of(fleet.log()).sum("landing_delay_ms")).isPositive();
    }
  }

  @Test
  void withoutTheTriggerWhatEndedSinceTheTickIsMissing() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(4));
      assertThat(missing(fleet, fleet.clock().instant().minus(Duration.ofMinutes(1)))).isNotEmpty();
    }
  }

  @Test
  void ticksAndTriggerTogetherEndInTheLakeOfTicksAlone() {
    Map<String, String> together = lakeAfterAWhile(folder.resolve("a"), true);
    Map<String, String> alone = lakeAfterAWhile(folder.resolve("b"), false);
    assertThat(together).isEqualTo(alone).isNotEmpty();
  }

  /** SHA-256 of every table's object but the proofs, which tell when they were made. */
  private static Map<String, String> lakeAfterAWhile(Path where, boolean trigger) {
    try (SmallFleet fleet = fleet(where, IMMEDIATE, DataOddities.none())) {
      fleet.tick("emea");
      Queue queue = new Queue(fleet);
      for (int step = 1; step <= 45; step++) {
        fleet.clock().advance(VISIBILITY);
        if (trigger) {
          queue.deliver();
        }
        if (step % 15 == 0) {
          assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
        }
      }
      fleet.clock().advance(Duration.ofMinutes(10));
      fleet.tick("emea");
      LakeTruth.assertLakeEqualsLedger(
          fleet,
          "emea",
          fleet.clock().instant().minus(Duration.ofMinutes(1)),
          "trigger " + trigger);
      return LakeBytes.hashes(fleet.lake(), Set.of("partition_proofs"));
    }
  }

  @Test
  void oneSpoiltMessageFailsAloneAndTheRestOfItsBatchLands() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      List<EmittedEvent> ended = lastEvents(fleet, 9);
      List<String> bodies = new ArrayList<>(ClosureBatch.bodies(ended));
      bodies.add(4, "{\"source\": \"aws.partner/genesys.com/cloud/");
      long before = fleet.org("emea").ledger().served().requests(Endpoint.CONVERSATION_DETAILS);

      Set<String> failed = ClosureBatch.handle(fleet, fleet.closure("emea"), bodies);

      assertThat(failed).containsExactly("m4");
      assertThat(idsInLake(fleet))
          .containsAll(ended.stream().map(EmittedEvent::conversationId).toList());
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.CONVERSATION_DETAILS))
          .isEqualTo(before + 9);
      assertThat(fleet.log()).doesNotContain("aws.partner");
    }
  }

  @Test
  void everyKindOfSpoiltMessageFailsAndNothingIsAsked() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      String good = lastEvents(fleet, 1).getFirst().json();
      List<String> bodies =
          List.of(
              "",
              "[]",
              "null",
              good.replace("aws.partner/genesys.com/cloud/", "aws.s3/"),
              good.replaceAll("\"conversationId\":\"[^\"]*\"", "\"conversationId\":\"../../me\""),
              good.replaceAll("\"conversationId\":\"[^\"]*\"", "\"conversationId\":\"1-1-1-1-1\""),
              good.replaceAll("\"conversationId\":\"[^\"]*\",", ""),
              good.replaceAll("\"eventTime\":\\d+,", "")
                  .replaceAll(",\"timestamp\":\"[^\"]*\"", ""));
      long before = requests(fleet);

      Set<String> failed = ClosureBatch.handle(fleet, fleet.closure("emea"), bodies);

      assertThat(failed).hasSize(bodies.size());
      assertThat(requests(fleet)).isEqualTo(before);
      assertThat(endEvents(fleet)).isEqualTo(bodies.size());
    }
  }

  @Test
  void eventsOfAnotherOrgAreRefusedAndNotBroughtAgain() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      List<String> foreign =
          ClosureBatch.bodies(lastEvents(fleet, 3)).stream()
              .map(body -> body.replace(fleet.org("emea").orgId(), "00000000-0000-4000-8000-1"))
              .toList();
      long before = requests(fleet);

      assertThat(ClosureBatch.handle(fleet, fleet.closure("emea"), foreign)).isEmpty();
      assertThat(requests(fleet)).isEqualTo(before);
      assertThat(fleet.log()).contains("Refused an event of another org");
    }
  }

  @Test
  void severalEventsOfOneConversationCostOneRequest() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      String event = lastEvents(fleet, 1).getFirst().json();
      long before = fleet.org("emea").ledger().served().requests(Endpoint.CONVERSATION_DETAILS);

      assertThat(ClosureBatch.handle(fleet, fleet.closure("emea"), List.of(event, event, event)))
          .isEmpty();
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.CONVERSATION_DETAILS))
          .isEqualTo(before + 1);
    }
  }

  @Test
  void anOpenConversationComesAgainUntilItIsTooLate() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      TrueConversation open = anOpenOne(fleet);
      String body = event(fleet, open.id(), fleet.clock().instant());

      ClosureHandler handler = fleet.closure("emea");
      assertThat(ClosureBatch.handle(fleet, handler, List.of(body))).containsExactly("m0");
      fleet.clock().advance(Duration.ofSeconds(30));
      String old = event(fleet, open.id(), fleet.clock().instant().minusSeconds(121));
      assertThat(ClosureBatch.handle(fleet, handler, List.of(old))).isEmpty();
      assertThat(idsInLake(fleet)).doesNotContain(open.id());
      assertThat(fleet.log()).contains("\"given_up\"");
    }
  }

  @Test
  void aConversationAnalyticsDoNotKnowYetComesAgain() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      String unknown =
          event(fleet, "11111111-2222-4333-8444-555555555555", fleet.clock().instant());
      assertThat(ClosureBatch.handle(fleet, fleet.closure("emea"), List.of(unknown)))
          .containsExactly("m0");
    }
  }

  @Test
  void whileATickHoldsTheLeaseAllComeAgainAndNothingIsRead() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      List<EmittedEvent> ended = lastEvents(fleet, 2);
      long before = requests(fleet);
      try (Lease tick =
          leases(fleet).acquire(leaseOf(fleet), "a tick", Duration.ofMinutes(15)).orElseThrow()) {
        assertThat(ClosureBatch.handle(fleet, fleet.closure("emea"), ClosureBatch.bodies(ended)))
            .containsExactly("m0", "m1");
        tick.check();
      }
      assertThat(requests(fleet)).isEqualTo(before);
    }
  }

  /** Without waiting, a tick that finds the trigger at work would do nothing for a whole period. */
  @Test
  void aTickWaitsForTheTriggerInsteadOfSkippingItsTurn() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      Lease trigger =
          leases(fleet)
              .acquire(leaseOf(fleet), "the trigger", Duration.ofSeconds(45))
              .orElseThrow();
      assertThat(trigger.heldUntil()).isAfter(NOW);
      JsonNode report = fleet.tick("emea");
      assertThat(report.path("status").asText()).isEqualTo("completed");
      assertThat(fleet.clock().instant()).isAfterOrEqualTo(NOW.plusSeconds(45));
    }
  }

  @Test
  void aSpentRateLimitBringsTheRestAgain() {
    FakeOrgSettings.Builder org = org(DataOddities.none()).requestsPerMinute(10);
    try (SmallFleet fleet = fleet(folder, IMMEDIATE, org.build())) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(3));
      Instant justNow = fleet.clock().instant();
      List<String> ended =
          lastEvents(fleet, 8).stream()
              .map(event -> event(fleet, event.conversationId(), justNow))
              .toList();

      Set<String> failed = ClosureBatch.handle(fleet, fleet.closure("emea"), ended);

      assertThat(failed)
          .as("the share of 10 a minute is 4, one of them for the org's id")
          .hasSize(5);
      assertThat(fleet.org("emea").ledger().faultsHappened()).isEmpty();
    }
  }

  @Test
  void aRefusedPermissionFailsTheBatchAndIsTold() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      List<EmittedEvent> ended = lastEvents(fleet, 3);
      fleet.org("emea").removePermission(Endpoint.CONVERSATION_DETAILS);
      assertThat(ClosureBatch.handle(fleet, fleet.closure("emea"), ClosureBatch.bodies(ended)))
          .hasSize(3);
      assertThat(fleet.log()).contains("analytics:conversationDetail:view");
    }
  }

  @Test
  void theProgressOfTheTicksStaysWhereItWas() throws Exception {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(3));
      String before = progress(fleet);
      ClosureBatch.handle(fleet, fleet.closure("emea"), ClosureBatch.bodies(lastEvents(fleet, 5)));
      assertThat(progress(fleet)).isEqualTo(before);
    }
  }

  @Test
  void noCustomerIsToldOfInTheLogOrTheLake() {
    try (SmallFleet fleet = fleet(new DataOddities(60, 30, 30))) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(3));
      List<EmittedEvent> ended = lastEvents(fleet, 30);
      List<String> markers = fleet.org("emea").ledger().piiMarkers().all();
      assertThat(ClosureBatch.bodies(ended))
          .as("the control: the events do hold them")
          .anyMatch(body -> markers.stream().anyMatch(body::contains));

      ClosureBatch.handle(fleet, fleet.closure("emea"), ClosureBatch.bodies(ended));

      assertThat(new LakeScan(fleet).findings(markers)).isEmpty();
    }
  }

  @Test
  void anOrgWhosePersonsStayAtHomeHasNoTrigger() {
    try (SmallFleet fleet =
        fleet(folder, "    residency: metrics-only\n", org(DataOddities.none()).build())) {
      assertThat(catchThrowable(() -> fleet.closure("emea")))
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("Cannot follow end events of emea: its residency is metrics-only");
    }
  }

  @Test
  void anOrgOfScheduledLatencyHasNoTrigger() {
    try (SmallFleet fleet =
        fleet(folder, "    residency: full\n", org(DataOddities.none()).build())) {
      assertThat(catchThrowable(() -> fleet.closure("emea")))
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("latency is not immediate");
    }
  }

  /** The queue between the org's events and the function: brings failed messages again. */
  private static final class Queue {
    private final SmallFleet fleet;
    private final ClosureHandler handler;
    private Instant deliveredUpTo;
    private List<EmittedEvent> again = List.of();
    private int landed;

    Queue(SmallFleet fleet) {
      this.fleet = fleet;
      this.handler = fleet.closure("emea");
      this.deliveredUpTo = fleet.clock().instant();
    }

    void deliver() {
      List<EmittedEvent> batch = new ArrayList<>(again);
      batch.addAll(fleet.org("emea").endEvents(deliveredUpTo));
      deliveredUpTo = fleet.clock().instant();
      Set<String> failed = ClosureBatch.handle(fleet, handler, ClosureBatch.bodies(batch));
      List<EmittedEvent> left = new ArrayList<>();
      for (int index = 0; index < batch.size(); index++) {
        if (failed.contains("m" + index)) {
          left.add(batch.get(index));
        }
      }
      landed += batch.size() - left.size();
      again = left;
    }
  }

  private static Set<String> missing(SmallFleet fleet, Instant endedBefore) {
    Set<String> missing = new TreeSet<>();
    for (TrueConversation ended : fleet.org("emea").ledger().ended(fleet.clock().instant())) {
      if (ended.end() != null && ended.end().isBefore(endedBefore)) {
        missing.add(ended.id());
      }
    }
    missing.removeAll(idsInLake(fleet));
    return missing;
  }

  private static Set<String> idsInLake(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts("select conversation_id from {conversations}");
    }
  }

  /** The events that ended the conversations which ended last, one each. */
  private static List<EmittedEvent> lastEvents(SmallFleet fleet, int count) {
    FakeOrg org = fleet.org("emea");
    Instant visible = fleet.clock().instant().minusSeconds(10);
    Set<String> ended = org.ledger().endedIds(visible);
    List<EmittedEvent> events = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    for (EmittedEvent event : org.endEvents(NOW.minus(Duration.ofHours(2))).reversed()) {
      boolean last = event.topic().equals("acw") || event.topic().equals("customer.end");
      if (last
          && events.size() < count
          && ended.contains(event.conversationId())
          && taken.add(event.conversationId())) {
        events.add(event);
      }
    }
    assertThat(events).hasSize(count);
    return events;
  }

  private static TrueConversation anOpenOne(SmallFleet fleet) {
    Instant now = fleet.clock().instant();
    FakeOrg org = fleet.org("emea");
    Set<String> stillOpen = org.ledger().openIds(now);
    return org.ledger().find(stillOpen.iterator().next(), now).orElseThrow();
  }

  private static String event(SmallFleet fleet, String conversationId, Instant at) {
    EmittedEvent some = lastEvents(fleet, 1).getFirst();
    return some.json()
        .replace(some.conversationId(), conversationId)
        .replaceAll("\"eventTime\":\\d+", "\"eventTime\":" + at.toEpochMilli());
  }

  private static long requests(SmallFleet fleet) {
    long requests = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      requests += fleet.org("emea").ledger().served().requests(endpoint);
    }
    return requests;
  }

  private static long endEvents(SmallFleet fleet) {
    return LoggedMetrics.of(fleet.log()).sum("end_events");
  }

  private static String progress(SmallFleet fleet) throws Exception {
    try (var files = Files.walk(fleet.folder().resolve("checkpoints"))) {
      StringBuilder text = new StringBuilder();
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(path -> !path.toString().contains("lease"))
              .sorted()
              .toList()) {
        text.append(file).append(Files.readString(file));
      }
      assertThat(text.toString()).contains("readUpTo");
      return text.toString();
    }
  }

  private static Leases leases(SmallFleet fleet) {
    return new Leases(
        new FileCheckpointStore(fleet.folder().resolve("checkpoints")), fleet.clock());
  }

  private static String leaseOf(SmallFleet fleet) {
    return "ingest/" + fleet.org("emea").orgId();
  }

  private SmallFleet fleet(DataOddities oddities) {
    return fleet(folder, IMMEDIATE, oddities);
  }

  private static SmallFleet fleet(Path where, String moreOfSpoke, DataOddities oddities) {
    return fleet(where, moreOfSpoke, org(oddities).build());
  }

  private static SmallFleet fleet(Path where, String moreOfSpoke, FakeOrgSettings org) {
    return new SmallFleet(where, new VirtualClock(NOW), List.of(org), Map.of("emea", moreOfSpoke));
  }

  private static FakeOrgSettings.Builder org(DataOddities oddities) {
    return FakeOrgSettings.named("emea", 21, Instant.parse("2026-11-18T12:30:00Z"))
        .conversationsPerDay(1_500)
        .volume(Volume.EVEN)
        .queues(4)
        .users(8)
        .oddities(oddities);
  }
}
