package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Replies that cannot be used, and orgs that refuse: what passes is retried, what stays is reported
 * by org, dataset, window and page, costs only itself, and leaves the watermark where it was.
 */
class BadInputTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String DETAILS_PATH = Endpoint.DETAILS_QUERY.path();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"TRUNCATED_JSON", "CONNECTION_RESET", "HTML_PAGE", "NUL_BYTES"})
  void aReplyThatIsSpoiltOnceIsAskedForAgainAndNothingIsLost(FaultKind fault) {
    try (SmallFleet fleet = fleet("emea")) {
      fleet
          .org("emea")
          .faults(FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_QUERY, 2, 2, fault)));

      JsonNode report = fleet.tick("emea");

      assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
      assertThat(fleet.org("emea").ledger().faultsHappened()).containsKey(fault);
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, fault.name());
      LakeTruth.assertQuarantineEqualsLedger(fleet, "emea", NOW, fault.name());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"TRUNCATED_JSON", "HTML_PAGE", "CONNECTION_RESET", "INTERNAL_SERVER_ERROR"})
  void aReplyThatStaysSpoiltIsNamedAndHoldsTheWatermarkWhileAllElseGoesOn(FaultKind fault) {
    try (SmallFleet fleet = fleet("emea", "amer")) {
      fleet.tick("emea");
      String before =
          dataset(fleet.tick("emea"), "conversation-details").path("watermark").asText();
      fleet.clock().advance(Duration.ofHours(2));
      FaultPlan plan =
          FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_QUERY, 1, Long.MAX_VALUE, fault));
      fleet.org("emea").faults(plan);

      JsonNode report = fleet.tick("emea");

      JsonNode details = dataset(report, "conversation-details");
      assertThat(details.path("status").asText()).as(report.toPrettyString()).isEqualTo("failed");
      assertThat(details.path("message").asText())
          .startsWith(
              "Cannot get conversation details of emea, window"
                  + " 2026-11-11T16:59:00Z/2026-11-18T16:59:00Z")
          .contains("page 1");
      assertThat(details.path("watermark").asText()).isEqualTo(before);
      assertThat(details.path("gaps").asInt()).isEqualTo(1);
      assertThat(dataset(report, "configuration").path("status").asText()).isEqualTo("completed");
      assertThat(fleet.log())
          .as("the log tells it, too")
          .contains("Cannot get conversation details of emea, window");
      assertThat(fleet.tick("amer").path("status").asText()).isEqualTo("completed");

      plan.stop();
      fleet.clock().advance(Duration.ofMinutes(5));
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "healed");
    }
  }

  /**
   * A gateway's way to fail: the status says all is well, the body is an error of the platform's
   * own form.
   */
  @Test
  void anErrorBodyUnderStatus200IsNoEmptyPage() {
    try (SmallFleet fleet = fleet("emea");
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              path.equals(DETAILS_PATH)
                  ? answer.with(
                      "application/json",
                      "{\"message\": \"Try later.\", \"code\": \"internal.server.error\","
                          + " \"status\": 500}")
                  : answer);

      JsonNode details = dataset(fleet.tick("emea"), "conversation-details");

      assertThat(details.path("status").asText()).isEqualTo("failed");
      assertThat(details.path("message").asText())
          .contains(
              "Cannot get conversation details of emea", "neither conversations nor totalHits");
      assertThat(details.path("pendingDays").asInt()).as("every day is still owed").isEqualTo(4);
      gateway.tamper((path, request, answer) -> answer);
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, "healed");
    }
  }

  @Test
  void withoutThePermissionForDetailsTheConfigurationLandsAndTheReportNamesThePermission() {
    try (SmallFleet fleet = fleet("emea")) {
      fleet.org("emea").removePermission(Endpoint.DETAILS_QUERY);

      JsonNode report = fleet.tick("emea");

      JsonNode details = dataset(report, "conversation-details");
      assertThat(details.path("status").asText()).isEqualTo("failed");
      assertThat(details.path("message").asText())
          .contains("403", Endpoint.DETAILS_QUERY.permission());
      assertThat(dataset(report, "configuration").path("status").asText()).isEqualTo("completed");
      assertThat(dataset(report, "conversation-counts").path("status").asText())
          .isEqualTo("incomplete");
      assertThat(new LakeScan(fleet).tables())
          .containsExactlyInAnyOrder(
              "dim_org",
              "dim_queue",
              "dim_agent",
              "dim_wrapup",
              "dim_division",
              "dim_presence",
              "dim_service_level_rule",
              "agent_presence",
              "agent_routing_status",
              "queue_intervals",
              "partition_proofs");

      fleet.org("emea").grantPermission(Endpoint.DETAILS_QUERY);
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, "granted");
    }
  }

  @Test
  void withoutThePermissionForOneListingTheOthersAndTheConversationsLand() {
    try (SmallFleet fleet = fleet("emea")) {
      fleet.org("emea").removePermission(Endpoint.QUEUES);

      JsonNode report = fleet.tick("emea");

      JsonNode configuration = dataset(report, "configuration");
      assertThat(configuration.path("status").asText()).isEqualTo("failed");
      assertThat(configuration.path("message").asText())
          .contains("queues of emea", Endpoint.QUEUES.permission())
          .doesNotContain("users of emea", "divisions of emea");
      assertThat(dataset(report, "conversation-details").path("status").asText())
          .isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, "without queues");
      assertThat(new LakeScan(fleet).tables())
          .contains("dim_agent", "dim_wrapup", "dim_division")
          .doesNotContain("dim_queue");

      fleet.org("emea").grantPermission(Endpoint.QUEUES);
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.tick("emea");
      assertThat(new LakeScan(fleet).tables())
          .as("not an hour later, at the next tick")
          .contains("dim_queue");
    }
  }

  @Test
  void aWrongSecretIsSaidToBeOneAndKeepsTheOrgFromBeingAsked() {
    try (SmallFleet fleet = fleet("emea", "amer")) {
      fleet.variable("EMEA_CLIENT_SECRET", "not-the-secret");

      JsonNode report = fleet.tick("emea");

      assertThat(report.path("status").asText()).isEqualTo("failed");
      for (String dataset : List.of("configuration", "conversation-details")) {
        assertThat(dataset(report, dataset).path("message").asText())
            .contains("Cannot sign in to emea", "client id or secret", "env:EMEA")
            .doesNotContain("not-the-secret");
      }
      assertThat(fleet.log()).doesNotContain("not-the-secret");
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_QUERY)).isZero();
      assertThat(new LakeScan(fleet).tables()).isEmpty();
      assertThat(fleet.tick("amer").path("status").asText()).isEqualTo("completed");
    }
  }

  /** Rows of one org under another's id could never be told apart again, so not one may land. */
  @Test
  void credentialsOfAnotherOrgLandNothing() {
    try (SmallFleet fleet = fleet("emea", "amer")) {
      useCredentialsOfAmer(fleet);
      for (String request : List.of("{}", "{\"datasets\": [\"conversation-details\"]}")) {
        JsonNode report = fleet.invoke("emea", request);

        assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("failed");
        assertThat(dataset(report, "conversation-details").path("message").asText())
            .contains("Cannot ingest emea", fleet.org("amer").orgId(), fleet.org("emea").orgId());
      }
      assertThat(new LakeScan(fleet).tables()).isEmpty();
      assertThat(fleet.org("amer").ledger().served().requests(Endpoint.DETAILS_QUERY)).isZero();
    }
  }

  @Test
  void credentialsThatBecomeAnotherOrgsStopTheReadingWhereItStood() {
    try (SmallFleet fleet = fleet("emea", "amer")) {
      fleet.tick("emea");
      long landed = conversations(fleet);
      useCredentialsOfAmer(fleet);
      fleet.clock().advance(Duration.ofHours(3));

      JsonNode report = fleet.tick("emea");

      assertThat(dataset(report, "conversation-details").path("status").asText())
          .isEqualTo("failed");
      assertThat(dataset(report, "conversation-details").path("watermark").asText())
          .isEqualTo("2026-11-18T14:59:00Z");
      assertThat(conversations(fleet)).isEqualTo(landed);
      assertThat(fleet.org("amer").ledger().served().requests(Endpoint.DETAILS_QUERY)).isZero();
    }
  }

  private static void useCredentialsOfAmer(SmallFleet fleet) {
    fleet.variable("EMEA_CLIENT_ID", fleet.org("amer").clientId());
    fleet.variable("EMEA_CLIENT_SECRET", fleet.org("amer").clientSecret());
    fleet.rewriteFleet(
        yaml ->
            yaml.replace(fleet.org("emea").api().toString(), fleet.org("amer").api().toString()));
  }

  private static long conversations(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.number("select count(*) from {conversations}");
    }
  }

  static JsonNode dataset(JsonNode report, String name) {
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals(name)) {
        return dataset;
      }
    }
    throw new AssertionError("no " + name + " in " + report);
  }

  private SmallFleet fleet(String... names) {
    List<FakeOrgSettings> orgs =
        List.of(names).stream()
            .map(
                name ->
                    FakeOrgSettings.named(
                            name, name.hashCode() & 0xff, Instant.parse("2026-11-16T00:00:00Z"))
                        .conversationsPerDay(60)
                        .volume(Volume.EVEN)
                        .queues(3)
                        .users(6)
                        .build())
            .toList();
    return new SmallFleet(folder, new VirtualClock(NOW), orgs)
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
