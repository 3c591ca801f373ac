package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who: by ids and by what fleet.yaml says, never by names. */
class IdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String CONFIGURATION = "{\"datasets\": [\"configuration\"]}";
  private static final String NAME = "John Smith";

  @TempDir Path folder;

  @Test
  void oneNameInTwoOrgsIsTwoPeopleUntilFleetYamlSaysOtherwise() {
    try (SmallFleet fleet = fleet(0)) {
      String inEmea = firstUserNamed(fleet.org("emea"));
      String inAmer = firstUserNamed(fleet.org("amer"));
      readConfiguration(fleet);
      assertThat(keysOfTheName(fleet, "user_key"))
          .containsExactlyInAnyOrder(
              fleet.org("emea").orgId() + ":" + inEmea, fleet.org("amer").orgId() + ":" + inAmer);
      assertThat(keysOfTheName(fleet, "person_key")).isEqualTo(keysOfTheName(fleet, "user_key"));

      fleet.rewriteFleet(
          yaml ->
              yaml
                  + "people:\n  - {id: employee-7, agents: {emea: %s, amer: %s}}\n"
                      .formatted(inEmea, inAmer));
      readConfiguration(fleet);

      assertThat(keysOfTheName(fleet, "person_key")).containsExactly("employee-7");
      assertThat(keysOfTheName(fleet, "user_key")).as("each stays a user of its own").hasSize(2);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {dim_agent} where person_key <> user_key and name <> '"
                        + NAME
                        + "'"))
            .as("nobody else is touched")
            .isZero();
      }
    }
  }

  @Test
  void aUserRenamedAndThenDeletedKeepsTheConversationsHadBefore() {
    try (SmallFleet fleet = fleet(30)) {
      FakeOrg org = fleet.org("emea");
      fleet.tick("emea");
      DirectoryEntry busiest = busiestAgent(fleet, org);
      long before = legsOf(fleet, busiest.id());
      assertThat(before).isPositive();

      org.rename(Endpoint.USERS, busiest.id(), NAME);
      fleet.clock().advance(Duration.ofHours(1));
      fleet.invoke("emea", CONFIGURATION);
      assertThat(nameAndState(fleet, busiest.id())).isEqualTo(NAME + " active");
      org.delete(Endpoint.USERS, busiest.id());
      fleet.clock().advance(Duration.ofHours(1));
      fleet.invoke("emea", CONFIGURATION);

      assertThat(nameAndState(fleet, busiest.id())).isEqualTo(NAME + " deleted");
      assertThat(legsOf(fleet, busiest.id())).isEqualTo(before);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.number(
                    "select count(*) from {interactions} i left join {dim_agent} a"
                        + " on a.org_id = i.org_id and a.user_id = i.user_id"
                        + " where i.user_id is not null and a.user_id is null"))
            .as("legs whose agent has no row any more")
            .isZero();
        assertThat(
                lake.texts(
                    "select first_seen::varchar from {dim_agent} where user_id = '"
                        + busiest.id()
                        + "'"))
            .singleElement()
            .asString()
            .startsWith("2026-11-18 15:00:00");
      }
    }
  }

  private static DirectoryEntry busiestAgent(SmallFleet fleet, FakeOrg org) {
    return org.directory().users().stream()
        .max((one, other) -> Long.compare(legsOf(fleet, one.id()), legsOf(fleet, other.id())))
        .orElseThrow();
  }

  private static long legsOf(SmallFleet fleet, String userId) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.number(
          "select count(*) from {interactions} i join {dim_agent} a"
              + " on a.org_id = i.org_id and a.user_id = i.user_id where i.user_id = '"
              + userId
              + "'");
    }
  }

  private static String nameAndState(SmallFleet fleet, String userId) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts(
              "select name || ' ' || state from {dim_agent} where user_id = '" + userId + "'")
          .iterator()
          .next();
    }
  }

  private static String firstUserNamed(FakeOrg org) {
    String id = org.directory().users().getFirst().id();
    org.rename(Endpoint.USERS, id, NAME);
    return id;
  }

  private static void readConfiguration(SmallFleet fleet) {
    fleet.clock().advance(Duration.ofHours(1));
    for (String org : List.of("emea", "amer")) {
      assertThat(fleet.invoke(org, CONFIGURATION).path("status").asText()).isEqualTo("completed");
    }
  }

  private static Set<String> keysOfTheName(SmallFleet fleet, String column) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts("select " + column + " from {dim_agent} where name = '" + NAME + "'");
    }
  }

  private SmallFleet fleet(int conversationsPerDay) {
    return new SmallFleet(
        folder,
        new VirtualClock(NOW),
        List.of(org("emea", 3, conversationsPerDay), org("amer", 4, conversationsPerDay)));
  }

  private static FakeOrgSettings org(String name, long seed, int conversationsPerDay) {
    return FakeOrgSettings.named(name, seed, NOW.minus(Duration.ofDays(1)))
        .conversationsPerDay(conversationsPerDay)
        .queues(3)
        .users(5)
        .build();
  }
}
