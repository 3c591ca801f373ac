package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backlog far longer than one run: every run comes nearer to its end, what is new is landed all
 * the while, and neither a small rate limit nor a dying process makes it start over.
 */
class BacklogTest {
  private static final Instant START = Instant.parse("2026-11-18T12:00:00Z");
  private static final int MOST_RUNS = 40;
  private static final int CONTROL_RUNS = 8;

  private static final String CONVERSATIONS = "{\"datasets\": [\"conversation-details\"]}";

  @TempDir Path folder;

  @Test
  void everyShortRunComesNearerToTheEndAndLandsWhatIsNew() {
    try (SmallFleet fleet = fleet("short", 10)) {
      fleet.timeout(Duration.ofSeconds(20));
      long owed = Long.MAX_VALUE;
      int runs = 0;
      JsonNode report;
      do {
        report = fleet.invoke("emea", CONVERSATIONS);
        JsonNode progress = progress(fleet);
        if (!progress.path("pendingDays").isEmpty()) {
          assertThat(owed(progress)).as("run " + runs + ": " + progress).isLessThan(owed);
        }
        owed = owed(progress);
        assertNothingNewIsMissing(fleet, "run " + runs);
        fleet.clock().advance(Duration.ofMinutes(5));
        runs++;
      } while (!report.path("status").asText().equals("completed") && runs < MOST_RUNS);

      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      assertThat(runs).as("runs it took: it was a backlog").isGreaterThan(5);
      LakeTruth.assertLakeEqualsLedger(
          fleet, "emea", fleet.clock().instant().minus(Duration.ofMinutes(5)), "drained");
    }
  }

  @Test
  void aRunThatDiesCostsNoMoreThanItself() {
    try (SmallFleet fleet = fleet("dying", 10)) {
      fleet.timeout(Duration.ofSeconds(20));
      fleet.invoke("emea", CONVERSATIONS);
      String before = progress(fleet).toString();
      SideEffects fatal = SideEffects.dyingAfter(5);
      fleet.withStores(fatal::around, fatal::around);
      fleet.clock().advance(Duration.ofMinutes(5));

      assertThat(catchThrowable(() -> fleet.invoke("emea", CONVERSATIONS)))
          .isInstanceOf(SideEffects.Death.class);

      assertThat(progress(fleet))
          .as("what was owed before it is what is owed after it")
          .hasToString(before);
      fleet.withStores(store -> store, store -> store);
      fleet.timeout(Duration.ofMinutes(15));
      fleet.clock().advance(Duration.ofMinutes(10));
      for (int run = 0;
          run < MOST_RUNS
              && !fleet.invoke("emea", CONVERSATIONS).path("status").asText().equals("completed");
          run++) {
        fleet.clock().advance(Duration.ofMinutes(5));
      }
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "after a death");
    }
  }

  /** Where reading and landing cost time and the process is killed at its timeout. */
  @Test
  void landingAsItGoesEndsWhereLandingOnlyAtTheEndStartsOverForEver() {
    assertThat(runsUntilComplete("landing-as-it-goes", false)).isLessThan(CONTROL_RUNS);
    assertThat(runsUntilComplete("landing-at-the-end", true))
        .as("the control")
        .isEqualTo(CONTROL_RUNS);
  }

  private int runsUntilComplete(String name, boolean onlyAtTheEnd) {
    try (SmallFleet fleet = fleet(name, 300);
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) -> {
            fleet.clock().advance(Duration.ofSeconds(1));
            return answer;
          });
      fleet.withPlan(plan -> BacklogPlan.of(plan, onlyAtTheEnd));
      Duration timeout = Duration.ofSeconds(60);
      fleet.timeout(timeout);
      int runs = 0;
      boolean complete = false;
      while (!complete && runs < CONTROL_RUNS) {
        runs++;
        MortalStores mortal =
            new MortalStores(
                fleet.clock(), fleet.clock().instant().plus(timeout), Duration.ofMillis(500));
        fleet.withStores(mortal::around, store -> store);
        try {
          complete =
              fleet.invoke("emea", CONVERSATIONS).path("status").asText().equals("completed");
        } catch (SideEffects.Death killed) {
          assertThat(fleet.clock().instant()).isAfter(START);
        }
        fleet.clock().advance(Duration.ofMinutes(5));
      }
      return runs;
    }
  }

  @Test
  void anOutageOf45DaysIsReadWholeAndNoDayIsSkipped() {
    Instant end = START.plus(Duration.ofDays(45));
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 3, START.minus(Duration.ofDays(3)))
            .conversationsPerDay(6)
            .volume(Volume.EVEN)
            .build();
    try (SmallFleet fleet =
        new SmallFleet(folder.resolve("outage"), new VirtualClock(START), List.of(org))) {
      assertThat(fleet.invoke("emea", CONVERSATIONS).path("status").asText())
          .isEqualTo("completed");
      fleet.clock().advance(Duration.ofDays(45));

      JsonNode report = fleet.invoke("emea", CONVERSATIONS);

      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", end, "after the outage");
      Set<String> days = new TreeSet<>();
      LocalDate.ofInstant(START, ZoneOffset.UTC)
          .datesUntil(LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1))
          .forEach(day -> days.add(day.toString()));
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.texts("select distinct day from {conversations}")).containsAll(days);
      }
    }
  }

  /** Start days left, and of the one begun what is left of it: smaller means nearer to the end. */
  private static long owed(JsonNode progress) {
    long days = progress.path("pendingDays").size();
    return days * 10_000 - progress.path("dayPosition").path("nextPage").asLong(0);
  }

  private static JsonNode progress(SmallFleet fleet) {
    try {
      return new ObjectMapper()
          .readTree(
              new FileCheckpointStore(fleet.folder().resolve("checkpoints"))
                  .read("conversation-details/" + fleet.org("emea").orgId())
                  .orElseThrow()
                  .body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void assertNothingNewIsMissing(SmallFleet fleet, String description) {
    FakeOrg org = fleet.org("emea");
    Instant readUpTo = Instant.parse(progress(fleet).path("readUpTo").asText());
    Set<String> fresh = new TreeSet<>();
    for (TrueConversation conversation : org.ledger().ended(fleet.clock().instant())) {
      Instant end = conversation.end();
      if (end != null && end.isAfter(START) && end.isBefore(readUpTo)) {
        fresh.add(conversation.id());
      }
    }
    if (!fresh.isEmpty()) {
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.texts("select conversation_id from {conversations}"))
            .as(description)
            .containsAll(fresh);
      }
    }
  }

  private SmallFleet fleet(String name, int requestsPerMinute) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 3, START.minus(Duration.ofDays(3)))
            .conversationsPerDay(60)
            .volume(Volume.EVEN)
            .queues(3)
            .users(6)
            .requestsPerMinute(requestsPerMinute)
            .build();
    return new SmallFleet(folder.resolve(name), new VirtualClock(START), List.of(org))
        .withPlan(plan -> BacklogPlan.of(plan, false));
  }
}
