package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.status.FakeStatusPage;
import com.spokefleet.testing.status.PageFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run knows of maintenance of its region, and the page can do it no harm. */
class MaintenanceTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String ORG = "emea";
  private static final String REGION = "EMEA (Frankfurt)";
  private static final String ELSEWHERE = "EMEA (Dublin)";

  @TempDir Path folder;
  private final VirtualClock clock = new VirtualClock(NOW);
  private FakeStatusPage page;
  private SmallFleet fleet;

  @BeforeEach
  void start() {
    page = FakeStatusPage.start(clock, REGION, ELSEWHERE);
    fleet = fleet("    statusPage: {address: '%s'}\n".formatted(page.address()));
  }

  @AfterEach
  void stop() {
    fleet.close();
    page.close();
  }

  @Test
  void aQuietRegionIsToldAsZero() {
    JsonNode report = fleet.tick(ORG);

    assertThat(report.path("region").path("state").asText()).isEqualTo("operational");
    assertThat(metric("maintenance")).containsExactly("0");
    assertThat(metric("runs")).containsExactly("1");
  }

  @Test
  void maintenanceIsToldAsOneAndStandsBesideTheFailureThatItExplains() {
    page.maintenance("Frankfurt database upgrade", REGION, NOW.plus(Duration.ofHours(2)));
    fleet.org(ORG).faults(outage());

    JsonNode report = fleet.tick(ORG);

    assertThat(report.path("status").asText()).as("a failure all the same").isEqualTo("failed");
    assertThat(report.path("region").path("state").asText()).isEqualTo("maintenance");
    assertThat(report.path("region").path("reason").asText())
        .isEqualTo("Frankfurt database upgrade");
    assertThat(failed(report)).isNotEmpty().allMatch(one -> one.path("maintenance").asBoolean());
    assertThat(metric("maintenance")).containsExactly("1");
    assertThat(metric("runs")).containsExactly("1");
    assertThat(metric("ticks_failed")).as("counted as ever").isNotEmpty();
    assertThat(fleet.log()).contains("\"region\":\"maintenance\"");
  }

  /** The control: the same outage with no maintenance of this region is not excused. */
  @Test
  void theSameFailureWithoutMaintenanceIsNotExcused() {
    page.maintenance("Dublin database upgrade", ELSEWHERE, NOW.plus(Duration.ofHours(2)));
    fleet.org(ORG).faults(outage());

    JsonNode report = fleet.tick(ORG);

    assertThat(failed(report)).isNotEmpty().noneMatch(one -> one.has("maintenance"));
    assertThat(metric("maintenance")).containsExactly("0");
  }

  @Test
  void aMaintenanceThatIsOnlyAnnouncedExcusesNothing() {
    page.announce("Tonight", REGION, NOW.plus(Duration.ofHours(6)), NOW.plus(Duration.ofHours(8)));

    shortRun();

    assertThat(metric("maintenance")).containsExactly("0");
  }

  @Test
  void anIncidentIsToldAndIsNoMaintenance() {
    page.incident("EMEA (Frankfurt) Incident", REGION);

    assertThat(shortRun().path("region").path("state").asText()).isEqualTo("incident");
    assertThat(metric("maintenance")).containsExactly("0");
  }

  @Test
  void theEndOfAMaintenanceIsSeenByTheNextRun() {
    page.maintenance("Upgrade", REGION, NOW.plus(Duration.ofHours(2)));
    shortRun();
    page.allWell();
    clock.advance(Duration.ofMinutes(5));
    shortRun();

    assertThat(metric("maintenance")).containsExactly("1", "0");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPageThatCannotBeReadIsUnknownAndCostsTheRunNothing(PageFault fault) {
    page.faults().always(fault);

    JsonNode report = fleet.tick(ORG);

    assertThat(report.path("status").asText()).isEqualTo("completed");
    assertThat(report.path("region").path("state").asText()).isEqualTo("unknown");
    assertThat(report.path("region").path("reason").asText()).startsWith("Cannot read ");
    assertThat(metric("maintenance")).as("unknown is not zero").isEmpty();
    assertThat(metric("runs")).containsExactly("1");
    assertThat(page.requests()).as("no retry").isEqualTo(1);
    LakeTruth.assertLakeEqualsLedger(fleet, ORG, clock.instant(), fault.name());
  }

  @Test
  void aRegionThatThePageDoesNotListIsUnknownUntilFleetYamlNamesIt() {
    fleet.rewriteFleet(yaml -> yaml.replace("statusPage: {", "statusPage: {group: Bielefeld, "));

    assertThat(shortRun().path("region").path("reason").asText())
        .contains("Bielefeld", "statusPage.group", REGION, ELSEWHERE);
    assertThat(metric("maintenance")).isEmpty();

    page.maintenance("Upgrade", ELSEWHERE, NOW.plus(Duration.ofHours(2)));
    fleet.rewriteFleet(yaml -> yaml.replace("group: Bielefeld", "group: " + ELSEWHERE));
    shortRun();
    assertThat(metric("maintenance")).containsExactly("1");
  }

  @Test
  void theAnswerServesAWarmFunctionForAMinute() {
    shortRun();
    shortRun();
    assertThat(page.requests()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    shortRun();
    assertThat(page.requests()).isEqualTo(2);
  }

  @Test
  void askingThePageCountsAgainstNobodysLimit() {
    JsonNode asking = shortRun();
    fleet.close();
    fleet = fleet("");

    JsonNode silent = shortRun();

    assertThat(asking.path("requests").asLong()).isEqualTo(silent.path("requests").asLong());
  }

  /** Tests and the demo live on hosts of their own and so never ask in public. */
  @Test
  void anOrgOnHostsOfItsOwnIsNotAskedAboutUnlessItIsWritten() {
    fleet.close();
    fleet = fleet("");

    assertThat(fleet.tick(ORG).has("region")).isFalse();
    assertThat(metric("maintenance")).isEmpty();
    assertThat(metric("runs")).containsExactly("1");
  }

  /** A backfill keeps the function busy while the schedule may long have stopped. */
  @Test
  void onlyScheduledRunsAreAHeartbeat() {
    shortRun();

    assertThat(metric("runs")).isEmpty();
    assertThat(metric("maintenance")).containsExactly("0");
  }

  private JsonNode shortRun() {
    return fleet.invoke(ORG, "{\"datasets\": [\"configuration\"]}");
  }

  private List<String> metric(String name) {
    return LoggedMetrics.of(fleet.log()).values(name);
  }

  private static List<JsonNode> failed(JsonNode report) {
    List<JsonNode> failed = new ArrayList<>();
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("status").asText().equals("failed")) {
        failed.add(dataset);
      }
    }
    return failed;
  }

  private static FaultPlan outage() {
    List<FaultRule> rules = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.values()) {
      rules.add(new FaultRule(endpoint, 1, Long.MAX_VALUE, FaultKind.SERVICE_UNAVAILABLE));
    }
    return FaultPlan.scripted(rules);
  }

  private SmallFleet fleet(String statusPage) {
    FakeOrgSettings org =
        FakeOrgSettings.named(ORG, 5, NOW.minus(Duration.ofDays(1)))
            .conversationsPerDay(20)
            .historyEnd(NOW.minus(Duration.ofHours(1)))
            .queues(2)
            .users(3)
            .build();
    return new SmallFleet(
        folder.resolve(statusPage.isEmpty() ? "silent" : "asking"),
        clock,
        List.of(org),
        Map.of(ORG, "    residency: full\n    schedule: {historyDays: 1}\n" + statusPage));
  }
}
