package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dimensions remember: an object that is renamed, deleted or returns keeps the row that old
 * conversations point to.
 */
class ConfigurationHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String CONFIGURATION = "{\"datasets\": [\"configuration\"]}";
  private static final String FIRST = "2026-11-18 15:00:00";
  private static final String SECOND = "2026-11-18 16:00:00";
  private static final String THIRD = "2026-11-18 17:00:00";

  @TempDir Path folder;

  @Test
  void aRenamedObjectKeepsItsFirstSeenAndADeletedOneItsRow() {
    try (SmallFleet fleet = fleet()) {
      FakeOrg org = fleet.org("emea");
      DirectoryEntry renamed = org.directory().queues().get(0);
      DirectoryEntry deleted = org.directory().queues().get(1);
      run(fleet);
      org.rename(Endpoint.QUEUES, renamed.id(), "Neuer Name 新しい名前");
      org.delete(Endpoint.QUEUES, deleted.id());
      run(fleet);
      run(fleet);

      assertThat(history(fleet, "dim_queue", "queue_id", renamed.id()))
          .isEqualTo("Neuer Name 新しい名前, first " + FIRST + ", last " + THIRD + ", deleted null");
      assertThat(history(fleet, "dim_queue", "queue_id", deleted.id()))
          .as("deleted when it was first missed, and as it was last seen")
          .isEqualTo(
              deleted.name() + ", first " + FIRST + ", last " + FIRST + ", deleted " + SECOND);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(*) from {dim_queue}"))
            .isEqualTo(org.directory().queues().size());
      }
    }
  }

  @Test
  void anObjectThatReturnsIsNoLongerDeletedAndKeepsItsFirstSeen() {
    try (SmallFleet fleet = fleet();
        Gateway gateway = Gateway.before(fleet, "emea")) {
      DirectoryEntry entry = fleet.org("emea").directory().divisions().get(2);
      run(fleet);
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.DIVISIONS.path()) ? without(entry.id(), answer) : answer);
      run(fleet);
      assertThat(history(fleet, "dim_division", "division_id", entry.id()))
          .endsWith("deleted " + SECOND);
      gateway.tamper((path, request, answer) -> answer);
      run(fleet);

      assertThat(history(fleet, "dim_division", "division_id", entry.id()))
          .isEqualTo(entry.name() + ", first " + FIRST + ", last " + THIRD + ", deleted null");
    }
  }

  /** Users are listed in every state, so a deleted one is no missing one: the state tells. */
  @Test
  void inactiveAndDeletedUsersStayWithTheirState() {
    try (SmallFleet fleet = fleet()) {
      FakeOrg org = fleet.org("emea");
      DirectoryEntry inactive = org.directory().users().get(0);
      DirectoryEntry deleted = org.directory().users().get(1);
      run(fleet);
      org.deactivateUser(inactive.id());
      org.delete(Endpoint.USERS, deleted.id());
      run(fleet);

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(state(lake, inactive)).containsExactly("inactive null");
        assertThat(state(lake, deleted)).containsExactly("deleted null");
        assertThat(lake.number("select count(*) from {dim_agent} where state = 'active'"))
            .isEqualTo(org.directory().users().size() - 2);
      }
    }
  }

  /**
   * More users than a page holds: every one of them has a row (a peer drops all after the first
   * page's worth).
   */
  @Test
  void everyUserOfALongListingHasARow() {
    FakeOrgSettings large =
        FakeOrgSettings.named("emea", 2, NOW.minus(Duration.ofDays(1)))
            .conversationsPerDay(0)
            .users(1_234)
            .build();
    try (SmallFleet fleet = new SmallFleet(folder, new VirtualClock(NOW), List.of(large))) {
      run(fleet);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(distinct user_id) from {dim_agent}")).isEqualTo(1_234);
      }
    }
  }

  @Test
  void aListingThatListsLessThanItCountsDeletesNothing() {
    try (SmallFleet fleet = fleet();
        Gateway gateway = Gateway.before(fleet, "emea")) {
      run(fleet);
      fleet.clock().advance(Duration.ofHours(1));
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.QUEUES.path())
                  ? answer.with(
                      "application/json",
                      "{\"entities\": [], \"pageNumber\": 1, \"pageCount\": 1, \"total\": 5}")
                  : answer);
      assertThat(fleet.invoke("emea", CONFIGURATION).path("status").asText()).isEqualTo("failed");

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(*) from {dim_queue} where deleted_at is not null"))
            .isZero();
      }
    }
  }

  @Test
  void theTaxonomyMapsCodesByIdAndByNameAndCountsWhatItDoesNotKnow() {
    try (SmallFleet fleet = fleet()) {
      List<DirectoryEntry> codes = fleet.org("emea").directory().wrapupCodes();
      DirectoryEntry byId = codes.get(0);
      DirectoryEntry byName = codes.get(1);
      fleet.rewriteFleet(
          yaml ->
              yaml
                  + """
                  taxonomy:
                    wrapups:
                      - name: Sale
                        category: Revenue
                        codes:
                          emea: ["%s"]
                      - name: Resolved by name
                        category: Service
                        names: ["%s"]
                  """
                      .formatted(byId.id(), byName.name()));
      run(fleet);

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select canonical_name || '/' || canonical_category from {dim_wrapup} where"
                        + " wrapup_code = '"
                        + byId.id()
                        + "'"))
            .containsExactly("Sale/Revenue");
        assertThat(
                lake.texts(
                    "select canonical_name from {dim_wrapup} where wrapup_code = '"
                        + byName.id()
                        + "'"))
            .containsExactly("Resolved by name");
        long unmapped =
            lake.number(
                "select count(*) from {dim_wrapup} where canonical_name is null and wrapup_code <>"
                    + " 'ININ-WRAP-UP-TIMEOUT'");
        assertThat(unmapped)
            .as("kept though nobody knows what they mean")
            .isBetween(1L, codes.size() - 2L);
        assertThat(LoggedMetrics.of(fleet.log()).sum("unmapped_wrapups")).isEqualTo(unmapped);
      }
    }
  }

  /** An hour after the run before. */
  private static void run(SmallFleet fleet) {
    if (new LakeScan(fleet).tables().contains("dim_org")) {
      fleet.clock().advance(Duration.ofHours(1));
    }
    JsonNode report = fleet.invoke("emea", CONFIGURATION);
    assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
  }

  private static Gateway.Answer without(String id, Gateway.Answer answer) {
    try {
      ObjectNode page = (ObjectNode) new ObjectMapper().readTree(answer.body());
      ArrayNode rest = new ObjectMapper().createArrayNode();
      page.path("entities")
          .forEach(
              entity -> {
                if (!entity.path("id").asText().equals(id)) {
                  rest.add(entity);
                }
              });
      page.set("entities", rest);
      page.put("total", page.path("total").asInt() - 1);
      return answer.with(answer.contentType(), page.toString());
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String history(SmallFleet fleet, String table, String key, String id) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      List<Object> row =
          lake.query(
                  "select name, strftime(first_seen::timestamp, '%Y-%m-%d %H:%M:%S'),"
                      + " strftime(last_seen::timestamp, '%Y-%m-%d %H:%M:%S'),"
                      + " strftime(deleted_at::timestamp, '%Y-%m-%d %H:%M:%S') from {"
                      + table
                      + "} where "
                      + key
                      + " = '"
                      + id
                      + "'")
              .getFirst();
      return "%s, first %s, last %s, deleted %s".formatted(row.toArray());
    }
  }

  private static List<String> state(DuckDb lake, DirectoryEntry user) {
    return List.copyOf(
        lake.texts(
            "select state || ' ' || coalesce(deleted_at::varchar, 'null') from {dim_agent} where"
                + " user_id = '"
                + user.id()
                + "'"));
  }

  private SmallFleet fleet() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 2, NOW.minus(Duration.ofDays(1)))
            .conversationsPerDay(0)
            .queues(5)
            .users(6)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(org));
  }
}
