package com.spokefleet.genesys.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the document and the name of a region to its state. */
class StatusSummaryTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String REGION = "EMEA (Frankfurt)";

  /** Two regions of two components each, with what Statuspage.io sends besides. */
  private static final String PAGE =
      """
      {"page": {"id": "p", "name": "Genesys Cloud", "updated_at": "2026-11-18T14:59:00.000Z"},
       "components": [
         {"id": "f", "name": "EMEA (Frankfurt)", "status": "operational", "group": true,
          "group_id": null, "components": ["f1", "f2"], "position": 1, "new": {"deep": [1, {}]}},
         {"id": "f1", "name": "Analytics", "status": "FRANKFURT", "group_id": "f", "group": false,
          "updated_at": "UPDATED"},
         {"id": "f2", "name": "Voice", "status": "operational", "group_id": "f", "group": false},
         {"id": "d", "name": "EMEA (Dublin)", "status": "DUBLIN", "group": true, "group_id": null},
         {"id": "d1", "name": "Analytics", "status": "DUBLIN", "group_id": "d", "group": false}],
       "incidents": [INCIDENTS],
       "scheduled_maintenances": [MAINTENANCES],
       "status": {"indicator": "none", "description": "All Systems Operational"}}
      """;

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "operational, OPERATIONAL",
    "under_maintenance, MAINTENANCE",
    "degraded_performance, INCIDENT",
    "partial_outage, INCIDENT",
    "major_outage, INCIDENT",
    "a_status_of_tomorrow, UNKNOWN",
    "'', UNKNOWN",
  })
  void aComponentOfTheRegionDecides(String status, RegionState state) {
    assertThat(state(page().with("FRANKFURT", status))).isEqualTo(state);
  }

  /** The control of all others: what happens elsewhere is not this region's. */
  @ParameterizedTest
  @ValueSource(strings = {"under_maintenance", "major_outage"})
  void anotherRegionDoesNot(String status) {
    assertThat(state(page().with("DUBLIN", status))).isEqualTo(RegionState.OPERATIONAL);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "in_progress, MAINTENANCE",
    "verifying, MAINTENANCE",
    "scheduled, OPERATIONAL",
    "completed, OPERATIONAL",
  })
  void aMaintenanceThatNamesAComponentCountsWhileItIsUnderWay(String status, RegionState state) {
    assertThat(state(page().maintenance("Works", status, "2026-11-18T16:00:00Z", "f2")))
        .isEqualTo(state);
  }

  @Test
  void aMaintenanceIsKnownByItsTitleToo() {
    assertThat(
            state(
                page()
                    .maintenance(
                        "Americas (US East) and Emea (Frankfurt) maintenance",
                        "in_progress",
                        "2026-11-18T16:00:00Z",
                        "x")))
        .isEqualTo(RegionState.MAINTENANCE);
  }

  @Test
  void anIncidentDuringAMaintenanceIsNoSurprise() {
    assertThat(
            state(
                page()
                    .incident("EMEA (Frankfurt) Incident", "investigating", "f1")
                    .maintenance("Works", "in_progress", "2026-11-18T16:00:00Z", "f2")))
        .isEqualTo(RegionState.MAINTENANCE);
  }

  @ParameterizedTest(name = "to end at {0} → {1}")
  @CsvSource({
    "2026-11-18T15:00:00Z, MAINTENANCE",
    "2026-11-18T13:00:01Z, MAINTENANCE",
    "2026-11-18T13:00:00Z, INCIDENT",
    "2026-11-01T00:00:00Z, INCIDENT",
    "tomorrow, MAINTENANCE",
  })
  void aForgottenMaintenanceDoesNotSilenceAlarmsForEver(String until, RegionState state) {
    Page page =
        page()
            .with("FRANKFURT", "under_maintenance")
            .with("UPDATED", "2026-11-18T14:00:00Z")
            .maintenance("Works", "in_progress", until, "f1");

    assertThat(state(page)).isEqualTo(state);
  }

  @ParameterizedTest(name = "since {0} → {1}")
  @CsvSource({
    "2026-11-17T15:00:01Z, MAINTENANCE",
    "2026-11-17T15:00:00Z, INCIDENT",
    "no instant, MAINTENANCE",
  })
  void neitherDoesAComponentUnderMaintenanceOfWhichNoEndIsAnnounced(
      String since, RegionState state) {
    Page page = page().with("FRANKFURT", "under_maintenance").with("UPDATED", since);

    assertThat(state(page)).isEqualTo(state);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "investigating, INCIDENT",
    "identified, INCIDENT",
    "monitoring, INCIDENT",
    "resolved, OPERATIONAL",
    "postmortem, OPERATIONAL",
  })
  void anIncidentCountsUntilItIsOver(String status, RegionState state) {
    assertThat(state(page().incident("Slow answers", status, "f1"))).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMEA (Frankfurt)", "emea  (FRANKFURT) ", "EMEA\u00a0(Fränkfurt)"})
  void spellingOfTheRegionMakesNoDifference(String region) {
    assertThat(page().with("FRANKFURT", "under_maintenance").of(region).state())
        .isEqualTo(RegionState.MAINTENANCE);
  }

  @Test
  void aRegionThePageDoesNotListIsUnknownAndNeverOperational() {
    RegionStatus status = page().of("EMEA (Zurich)");

    assertThat(status.state()).isEqualTo(RegionState.UNKNOWN);
    assertThat(status.reason())
        .contains("\"EMEA (Zurich)\"", "statusPage.group", "[EMEA (Frankfurt), EMEA (Dublin)]");
  }

  @Test
  void ofARegionThePageDoesNotListTitlesTell() {
    Page page =
        page()
            .incident("Affecting EMEA (Zurich) and EMEA (London)", "investigating", "x")
            .maintenance("Americas (US East 2)", "in_progress", "2026-11-18T16:00:00Z", "x");

    assertThat(page.of("EMEA (Zurich)").state()).isEqualTo(RegionState.INCIDENT);
    assertThat(page.of("Americas (US East 2)").state()).isEqualTo(RegionState.MAINTENANCE);
    assertThat(page.of("Americas (US East)").state()).isEqualTo(RegionState.UNKNOWN);
    assertThat(page.of("Zurich").state()).isEqualTo(RegionState.INCIDENT);
    assertThat(page.of("Zuri").state()).isEqualTo(RegionState.UNKNOWN);
  }

  @Test
  void componentsThatBearTheNamesOfRegionsServeAsWell() throws IOException {
    String turned =
        """
        {"components": [
          {"id": "a", "name": "Analytics", "group": true},
          {"id": "a1", "name": "EMEA (Frankfurt)", "group_id": "a", "status": "under_maintenance"},
          {"id": "a2", "name": "EMEA (Dublin)", "group_id": "a", "status": "operational"}]}
        """;

    assertThat(decode(turned).of(REGION, NOW).state()).isEqualTo(RegionState.MAINTENANCE);
    assertThat(decode(turned).of("EMEA (Dublin)", NOW).state()).isEqualTo(RegionState.OPERATIONAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        "{\"components\": {}}",
        "{\"components\": [{\"id\": \"f\"}",
        "{\"components\": []",
      })
  void whatIsNoSummaryIsRefused(String text) {
    assertThatThrownBy(() -> decode(text)).isInstanceOf(IOException.class);
  }

  @Test
  void valuesOfOtherTypesCountAsAbsent() throws IOException {
    String strange =
        """
        {"components": [7, null, [[]], {"id": 7, "name": ["x"], "status": {"is": "fine"}},
          {"id": "f", "name": "EMEA (Frankfurt)", "status": 12, "components": "all"}],
         "incidents": "none", "scheduled_maintenances": [{"components": [1, {"id": {}}]}, "x"]}
        """;

    assertThat(decode(strange).of(REGION, NOW).state()).isEqualTo(RegionState.UNKNOWN);
  }

  /** Whatever is cut or changed: refused or judged, never another exception. */
  @Test
  void damagedPagesAreRefusedOrJudged() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    byte[] page = page().maintenance("Works", "in_progress", "", "f1").text();
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = page.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      damaged[random.nextInt(damaged.length)] = (byte) "{}[]\",:".charAt(random.nextInt(7));
      try {
        new StatusSummaryDecoder().decode(damaged).of(REGION, NOW);
      } catch (IOException refused) {
        assertThat(refused).as("seed %d", seed).isNotNull();
      }
    }
  }

  private static RegionState state(Page page) {
    return page.of(REGION).state();
  }

  private static StatusSummary decode(String text) throws IOException {
    return new StatusSummaryDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Page page() {
    return new Page(PAGE);
  }

  /** The page in the making. */
  private record Page(String json) {
    Page with(String mark, String text) {
      return new Page(json.replace(mark, text));
    }

    Page incident(String title, String status, String component) {
      return with(
          "[INCIDENTS]",
          "[{\"name\": \"%s\", \"status\": \"%s\", \"components\": [{\"id\": \"%s\"}]}]"
              .formatted(title, status, component));
    }

    Page maintenance(String title, String status, String until, String component) {
      return with(
          "[MAINTENANCES]",
          """
          [{"name": "%s", "status": "%s", "scheduled_until": "%s", "components": [{"id": "%s"}]}]
          """
              .formatted(title, status, until, component));
    }

    byte[] text() {
      return with("FRANKFURT", "operational")
          .with("DUBLIN", "operational")
          .with("INCIDENTS", "")
          .with("MAINTENANCES", "")
          .json()
          .getBytes(StandardCharsets.UTF_8);
    }

    RegionStatus of(String region) {
      try {
        return new StatusSummaryDecoder().decode(text()).of(region, NOW);
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
  }
}
