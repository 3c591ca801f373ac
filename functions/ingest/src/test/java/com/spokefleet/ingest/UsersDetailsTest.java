package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lake holds of users' statuses, and what it costs. */
class UsersDetailsTest {
  private static final Instant NOW = Instant.parse("2026-11-12T18:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-10");
  private static final String USERS = "{\"datasets\": [\"users-details\"]}";

  @TempDir Path folder;

  @Test
  void aStatusOverMidnightIsOneRowUnderTheDayItStarted() {
    try (SmallFleet fleet = fleet("midnight")) {
      fleet.invoke("emea", USERS);

      StatusTruth.assertLakeEqualsLedger(fleet, "emea", FIRST_DAY, NOW, "midnight");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {agent_routing_status} where end_time::date > day"))
            .as("statuses over midnight")
            .isGreaterThanOrEqualTo(5);
        assertThat(
                lake.number(
                    "select count(*) from (select user_id, start_time from {agent_routing_status}"
                        + " group by all having count(*) > 1)"))
            .isZero();
      }
    }
  }

  /**
   * The control: whoever keeps what each day's query returns has every status over midnight twice.
   */
  @Test
  void theApiServesAStatusOverMidnightOnBothDays() {
    try (SmallFleet fleet = fleet("twice")) {
      fleet.invoke("emea", USERS);

      long held = StatusTruth.held(fleet, fleet.org("emea").orgId()).size();
      assertThat(fleet.org("emea").ledger().served().rows(Endpoint.USERS_DETAILS_QUERY))
          .isGreaterThan(held + 20);
    }
  }

  @Test
  void anOpenStatusIsLandedAndClosedInItsOwnDayOnceItEnds() {
    try (SmallFleet fleet = fleet("open")) {
      fleet.invoke("emea", USERS);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {agent_presence} where end_time is null and day <"
                        + " date '2026-11-12'"))
            .as("statuses that have lasted since before today")
            .isPositive();
      }

      for (int day = 0; day < 6; day++) {
        fleet.clock().advance(Duration.ofDays(1));
        fleet.invoke("emea", USERS);
      }

      StatusTruth.assertLakeEqualsLedger(
          fleet, "emea", FIRST_DAY, fleet.clock().instant(), "six days later");
      assertThat(
              fleet.org("emea").ledger().statuses(fleet.clock().instant()).stream()
                  .filter(status -> !status.day().isBefore(FIRST_DAY))
                  .mapToLong(UsersDetailsTest::days)
                  .max()
                  .orElse(0))
          .as("days the longest status lasted")
          .isGreaterThanOrEqualTo(2);
    }
  }

  private static long days(TrueStatus status) {
    Instant end = status.end();
    return end == null ? 0 : Duration.between(status.start(), end).toDays();
  }

  /** Peers' defect 11: a short page in the middle was taken for the last one. */
  @Test
  void shortAndRepeatedPagesInTheMiddleLoseNothing() {
    try (SmallFleet fleet = fleet("short").withUsersPlan(UsersConservationTest::smallPages)) {
      FakeOrg org = fleet.org("emea");
      org.faults(
          FaultPlan.scripted(
              new FaultRule(Endpoint.USERS_DETAILS_QUERY, 2, 2, FaultKind.SHORT_PAGE),
              new FaultRule(Endpoint.USERS_DETAILS_QUERY, 4, 4, FaultKind.DUPLICATE_ROWS),
              new FaultRule(Endpoint.USERS_DETAILS_QUERY, 6, 6, FaultKind.SHORT_PAGE)));
      JsonNode report = fleet.invoke("emea", USERS);

      assertThat(org.ledger().faultsHappened())
          .isEqualTo(Map.of(FaultKind.SHORT_PAGE, 2L, FaultKind.DUPLICATE_ROWS, 1L));
      assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("completed");
      StatusTruth.assertLakeEqualsLedger(fleet, "emea", FIRST_DAY, NOW, "short pages");
      // Whoever stops at the first short page has two pages of today and nothing else.
      assertThat(StatusTruth.held(fleet, org.orgId())).hasSizeGreaterThan(10 * 20);
    }
  }

  /** Peers' defect 10: a cap on pages dropped agents without a word. */
  @Test
  void twelveThousandUsersOverThePagingCapAreAllThere() {
    int users = 12_345;
    int cap = 20_000;
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 3, Instant.parse("2026-11-12T03:00:00Z"))
            .historyEnd(Instant.parse("2026-11-12T03:30:00Z"))
            .users(users)
            .queues(2)
            .paginationCap(cap)
            .requestsPerMinute(100_000)
            .build();
    try (SmallFleet fleet =
        new SmallFleet(
                folder.resolve("many"),
                new VirtualClock(Instant.parse("2026-11-12T04:00:00Z")),
                List.of(settings))
            .withUsersPlan(plan -> withMaximumResults(plan, cap))) {
      JsonNode report =
          fleet.invoke("emea", "{\"datasets\": [\"configuration\", \"users-details\"]}");

      assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("completed");
      assertThat(StatusTruth.held(fleet, settings.orgId()))
          .as("statuses, more than paging one way reaches")
          .hasSizeGreaterThan(cap)
          .hasSize(2 * users);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(*) from {dim_agent}")).isEqualTo(users);
        for (String table : List.of("agent_presence", "agent_routing_status")) {
          assertThat(
                  lake.number(
                      "select count(*) from {" + table + "} s join {dim_agent} a using (user_key)"))
              .isEqualTo(users);
        }
      }
    }
  }

  /** The control: where even both ends do not reach, the day is told to be owed. */
  @Test
  void aDayBeyondReachIsToldAndItsWatermarkStays() {
    try (SmallFleet fleet = fleet("beyond").withUsersPlan(plan -> withMaximumResults(plan, 100))) {
      JsonNode report =
          fleet.invoke("emea", USERS).path("datasets").findParents("message").getFirst();

      assertThat(report.path("status").asText()).isEqualTo("failed");
      assertThat(report.path("message").asText())
          .contains("Cannot read all statuses of 2026-11-11: the query pages through 200 of about");
      assertThat(Instant.parse(report.path("watermark").asText()))
          .isBeforeOrEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
    }
  }

  @Test
  void readingAgainWritesNoObject() {
    SideEffects effects = SideEffects.counted();
    try (SmallFleet fleet = fleet("again").withStores(effects::around, effects::around)) {
      fleet.invoke("emea", USERS);
      int soFar = effects.trace().size();
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"users-details\"], \"from\": \"2026-11-10\", \"to\": \"2026-11-12\"}");

      assertThat(effects.trace().subList(soFar, effects.trace().size()))
          .noneMatch(effect -> effect.startsWith("object "));
    }
  }

  @Test
  void dyingAfterAnySideEffectAndRunningAgainEndsInTheSameRows() {
    SideEffects counted = SideEffects.counted();
    List<String> expected;
    try (SmallFleet fleet = fleet("uncrashed").withStores(counted::around, counted::around)) {
      fleet.invoke("emea", USERS);
      expected = StatusTruth.held(fleet, fleet.org("emea").orgId());
    }
    assertThat(counted.trace()).hasSizeGreaterThan(8);
    for (int k = 1; k <= counted.trace().size(); k++) {
      SideEffects dying = SideEffects.dyingAfter(k);
      try (SmallFleet fleet = fleet("crashed-" + k).withStores(dying::around, dying::around)) {
        assertThatThrownBy(() -> fleet.invoke("emea", USERS)).isInstanceOf(SideEffects.Death.class);
        fleet.withStores(store -> store, store -> store);
        fleet.clock().advance(Duration.ofMinutes(20));
        fleet.invoke("emea", USERS);
        StatusTruth.assertLakeEqualsLedger(
            fleet,
            "emea",
            FIRST_DAY,
            fleet.clock().instant(),
            "died after " + counted.trace().get(k - 1));
        assertThat(StatusTruth.held(fleet, fleet.org("emea").orgId()))
            .hasSizeGreaterThanOrEqualTo(expected.size());
      }
    }
  }

  @Test
  void aMetricsOnlyOrgHasNoSuchDatasetAndIsNeverAsked() {
    FakeOrgSettings settings = settings();
    try (SmallFleet fleet =
        new SmallFleet(
            folder.resolve("metrics-only"),
            new VirtualClock(NOW),
            List.of(settings),
            Map.of("emea", "    residency: metrics-only\n"))) {
      fleet.tick("emea");

      assertThatThrownBy(() -> fleet.invoke("emea", USERS)).hasMessageContaining("users-details");
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.USERS_DETAILS_QUERY))
          .isZero();
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.PRESENCE_DEFINITIONS))
          .isZero();
    }
  }

  @Test
  void presencesHaveNamesInTheOrgsLanguage() {
    FakeOrgSettings german =
        FakeOrgSettings.named("emea", 5, Instant.parse("2026-11-09T00:00:00Z"))
            .languages(Language.GERMAN)
            .users(6)
            .build();
    try (SmallFleet fleet =
        new SmallFleet(folder.resolve("names"), new VirtualClock(NOW), List.of(german))) {
      fleet.invoke("emea", "{\"datasets\": [\"configuration\", \"users-details\"]}");

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {agent_presence} s left join {dim_presence} p using"
                        + " (presence_key) where p.name is null or p.system_presence <>"
                        + " s.system_presence"))
            .as("presences without a name, or of another kind")
            .isZero();
        assertThat(lake.texts("select distinct name from {dim_presence}"))
            .contains("Pause", "Mittag am Platz", "Writing e-mails", "Altes Coaching");
        assertThat(lake.number("select count(*) from {dim_presence} where deactivated"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void aSteadyTickCostsThePagesOfOneDay() {
    try (SmallFleet fleet = fleet("steady")) {
      fleet.invoke("emea", USERS);
      long before = fleet.org("emea").ledger().served().requests(Endpoint.USERS_DETAILS_QUERY);
      fleet.clock().advance(Duration.ofMinutes(15));
      fleet.invoke("emea", USERS);

      long today =
          fleet.org("emea").ledger().statuses(fleet.clock().instant()).stream()
              .filter(status -> status.day().equals(LocalDate.parse("2026-11-12")))
              .count();
      assertThat(
              fleet.org("emea").ledger().served().requests(Endpoint.USERS_DETAILS_QUERY) - before)
          .isLessThanOrEqualTo(today / 100 + 3);
    }
  }

  private static UsersPlan withMaximumResults(UsersPlan plan, int maximum) {
    return new UsersPlan(
        plan.period(),
        plan.settling(),
        plan.overlap(),
        plan.historyDays(),
        plan.pageSize(),
        maximum,
        plan.readingShare(),
        plan.landAfter());
  }

  private SmallFleet fleet(String name) {
    return new SmallFleet(folder.resolve(name), new VirtualClock(NOW), List.of(settings()))
        .withUsersPlan(
            plan ->
                new UsersPlan(
                    plan.period(),
                    plan.settling(),
                    plan.overlap(),
                    2,
                    plan.pageSize(),
                    plan.maximumResults(),
                    plan.readingShare(),
                    plan.landAfter()));
  }

  private static FakeOrgSettings settings() {
    return FakeOrgSettings.named("emea", 21, Instant.parse("2026-11-05T00:00:00Z"))
        .users(10)
        .requestsPerMinute(100_000)
        .build();
  }
}
