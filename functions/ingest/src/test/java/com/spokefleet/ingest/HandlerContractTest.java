package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.aws.EventBusArn;
import com.spokefleet.lake.lease.Lease;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scheduler, an operator and a log reader may rely on. */
class HandlerContractTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

  private static final String BUS =
      "arn:aws:events:us-west-2:111122223333:event-bus/spokefleet-fleet";

  @TempDir Path folder;

  @Test
  void allProblemsOfTheEnvironmentAreToldAtOnce() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("SPOKEFLEET_FLET", "fleet.yaml");
    environment.put("SPOKEFLEET_LAKE", "dynamodb:rows");
    environment.put("SPOKEFLEET_CHECKPOINTS", "ftp://elsewhere");
    environment.put("SPOKEFLEET_QUARANTINE", "dynamodb:rows");
    environment.put("SPOKEFLEET_LANDED", "eventbridge:fleet");
    environment.put("SPOKEFLEET_EDGE_STREAMS", "north, north");
    environment.put("PATH", "not ours");

    assertThat(catchThrowable(() -> IngestEnvironment.parse(environment)))
        .isInstanceOf(IngestException.class)
        .hasMessageStartingWith("Cannot start the ingestion function: ")
        .hasMessageContainingAll(
            "SPOKEFLEET_FLET is not a setting",
            "SPOKEFLEET_FLEET is not set",
            "SPOKEFLEET_ORG is not set",
            "SPOKEFLEET_LAKE cannot be a DynamoDB table",
            "SPOKEFLEET_CHECKPOINTS has no form known here: ftp://elsewhere",
            "SPOKEFLEET_QUARANTINE cannot be a DynamoDB table",
            "SPOKEFLEET_EDGE_STREAMS is not a list of streams such as one,another: north, north",
            "SPOKEFLEET_LANDED is not eventbridge: and the ARN of an event bus: eventbridge:fleet")
        .message()
        .doesNotContain("PATH");
  }

  @Test
  void theEnvironmentIsMappedWhole() {
    IngestEnvironment parsed =
        IngestEnvironment.parse(
            Map.of(
                IngestEnvironment.FLEET, "fleet.yaml",
                IngestEnvironment.ORG, "emea",
                IngestEnvironment.LAKE, "s3://lake/rows",
                IngestEnvironment.CHECKPOINTS, "dynamodb:checkpoints",
                IngestEnvironment.QUARANTINE, "s3://raw/quarantine",
                IngestEnvironment.LANDED, "eventbridge:" + BUS,
                IngestEnvironment.EDGE_STREAMS, "north,south"));

    assertThat(parsed)
        .isEqualTo(
            new IngestEnvironment(
                Path.of("fleet.yaml"),
                "emea",
                new StoreLocation.Bucket("lake", "rows/"),
                new StoreLocation.DynamoDbTable("checkpoints"),
                Optional.of(new StoreLocation.Bucket("raw", "quarantine/")),
                Optional.of(new EventBusArn(BUS, "us-west-2")),
                List.of("north", "south"),
                Path.of("/tmp")));
  }

  @Test
  void rawRecordsMayNotLieInTheLakesOwnBucket() {
    Map<String, String> environment =
        Map.of(
            IngestEnvironment.FLEET, "fleet.yaml",
            IngestEnvironment.ORG, "emea",
            IngestEnvironment.LAKE, "s3://lake/rows",
            IngestEnvironment.CHECKPOINTS, "dynamodb:checkpoints",
            IngestEnvironment.QUARANTINE, "s3://lake/quarantine");

    assertThat(catchThrowable(() -> IngestEnvironment.parse(environment)))
        .hasMessageContaining("SPOKEFLEET_QUARANTINE cannot be in the lake's own bucket");
  }

  @Test
  void aHandlerMadeOfNothingButItsEnvironmentDoesTheWholeJob() throws Exception {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new IngestHandler(
              fleet.environment("emea"),
              fleet.clock(),
              fleet.clock()::advance,
              new PrintStream(OutputStream.nullOutputStream()))
          .handleRequest(
              new ByteArrayInputStream(new byte[0]),
              answer,
              new LocalContext(Duration.ofMinutes(15), fleet.clock()));

      assertThat(new ObjectMapper().readTree(answer.toByteArray()).path("status").asText())
          .isEqualTo("completed");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, "by environment alone");
    }
  }

  @Test
  void anOrgThatFleetYamlDoesNotHaveIsNamedBesideThoseItHas() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      Map<String, String> environment = fleet.environment("emea");
      environment.put(IngestEnvironment.ORG, "emae");

      assertThat(
              catchThrowable(
                  () ->
                      new IngestHandler(
                          environment, fleet.clock(), fleet.clock()::advance, System.out)))
          .hasMessageContainingAll("Cannot ingest emae", "[emea]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                              | Cannot read the request",
        "{\"from\": \"2026-11-01\"}                     | from and to go together",
        "{\"from\": \"2026-11-03\", \"to\": \"2026-11-01\"} | the end is before the start",
        "{\"from\": \"yesterday\", \"to\": \"today\"}   | Cannot read the request",
        "{\"datasets\": [\"surveys\"]}                  | Cannot run datasets [surveys] of emea",
      })
  void aRequestThatMakesNoSenseIsRefusedBeforeAnythingIsAsked(String request, String message) {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      assertThat(catchThrowable(() -> fleet.invoke("emea", request)))
          .isInstanceOf(IngestException.class)
          .hasMessageContaining(message);
      assertThat(fleet.org("emea").tokensIssued()).isZero();
    }
  }

  @Test
  void whileAnotherRunHoldsTheLeaseNothingIsTouched() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      FileCheckpointStore checkpoints =
          new FileCheckpointStore(fleet.folder().resolve("checkpoints"));
      Lease other =
          new Leases(checkpoints, fleet.clock())
              .acquire("ingest/" + fleet.org("emea").orgId(), "another run", Duration.ofMinutes(15))
              .orElseThrow();

      JsonNode report = fleet.tick("emea");

      assertThat(report.path("status").asText()).isEqualTo("busy");
      assertThat(report.path("requests").asInt()).isZero();
      assertThat(fleet.org("emea").tokensIssued()).isZero();
      assertThat(new LakeScan(fleet).tables()).isEmpty();

      other.close();
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void aSecondRunInTheMiddleOfTheFirstStandsBackAndSpoilsNothing() {
    try (SmallFleet fleet = fleet(DataOddities.none());
        Gateway gateway = Gateway.before(fleet, "emea")) {
      List<String> second = new ArrayList<>();
      gateway.tamper(
          (path, request, answer) -> {
            if (path.equals(Endpoint.DETAILS_QUERY.path()) && second.isEmpty()) {
              second.add(fleet.tick("emea").path("status").asText());
            }
            return answer;
          });

      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");
      assertThat(second).containsExactly("busy");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", NOW, "two runs at once");
    }
  }

  @Test
  void theReportHasItsDocumentedShape() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      JsonNode report = fleet.tick("emea");

      assertThat(report.fieldNames())
          .toIterable()
          .containsExactly(
              "org", "orgId", "startedAt", "finishedAt", "status", "requests", "datasets");
      assertThat(report.path("orgId").asText()).isEqualTo(fleet.org("emea").orgId());
      assertThat(report.path("datasets"))
          .extracting(dataset -> dataset.path("dataset").asText())
          .containsExactly(
              "configuration",
              "conversation-details",
              "conversation-counts",
              "settle",
              "users-details",
              "users-settle",
              "conversation-aggregates",
              "backfill",
              "reconciliation");
      assertThat(BadInputTest.dataset(report, "conversation-details").fieldNames())
          .toIterable()
          .containsExactly(
              "dataset",
              "status",
              "fetched",
              "landed",
              "quarantined",
              "partitionsChanged",
              "watermark",
              "gaps",
              "pendingDays");
      assertThat(report.path("requests").asLong())
          .as("sign-in included")
          .isEqualTo(requests(fleet));
    }
  }

  @Test
  void aGoodRunLogsOneLineAndItsMetricsAddUp() throws Exception {
    try (SmallFleet fleet = fleet(new DataOddities(60, 30, 30))) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(5));
      String before = fleet.log();
      JsonNode report = fleet.tick("emea");
      String log = fleet.log().substring(before.length());

      List<JsonNode> lines = new ArrayList<>();
      for (String line : log.lines().toList()) {
        JsonNode parsed = new ObjectMapper().readTree(line);
        if (!parsed.has("_aws")) {
          lines.add(parsed);
        }
      }
      assertThat(lines).as(log).hasSize(1);
      assertThat(lines.getFirst().path("message").asText()).isEqualTo("ingest run");
      assertThat(lines.getFirst().path("status").asText()).isEqualTo("COMPLETED");

      LoggedMetrics metrics = LoggedMetrics.of(fleet.log());
      assertThat(metrics.sum("conversations_fetched")).isPositive();
      assertThat(metrics.sum("quarantined")).isPositive();
      assertThat(metrics.sum("conversations_duplicate"))
          .as("the overlap is read again")
          .isNotNegative();
      assertThat(metrics.sum("statuses_fetched")).isPositive();
      assertThat(metrics.sum("conversations_fetched") + metrics.sum("statuses_fetched"))
          .isEqualTo(
              metrics.sum("conversations_landed")
                  + metrics.sum("conversations_duplicate")
                  + metrics.sum("conversations_open")
                  + metrics.sum("statuses_landed")
                  + metrics.sum("statuses_duplicate")
                  + metrics.sum("statuses_left_out")
                  + metrics.sum("quarantined"));
      assertThat(metrics.sum("api_requests")).isEqualTo(requests(fleet));
      assertThat(report.path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void noValueOfAnyRecordIsLogged() {
    try (SmallFleet fleet = fleet(new DataOddities(200, 100, 100))) {
      fleet.tick("emea");
      fleet.org("emea").removePermission(Endpoint.DETAILS_QUERY);
      fleet.clock().advance(Duration.ofHours(2));
      fleet.tick("emea");

      assertThat(fleet.log()).contains("403");
      assertThat(fleet.org("emea").ledger().endedIds(NOW))
          .isNotEmpty()
          .noneMatch(fleet.log()::contains);
      assertThat(fleet.org("emea").ledger().piiMarkers().all()).noneMatch(fleet.log()::contains);
      assertThat(fleet.log()).doesNotContain(fleet.org("emea").clientSecret(), "token-");
    }
  }

  private static long requests(SmallFleet fleet) {
    long requests = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      requests += fleet.org("emea").ledger().served().requests(endpoint);
    }
    return requests;
  }

  private SmallFleet fleet(DataOddities oddities) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 21, Instant.parse("2026-11-17T00:00:00Z"))
            .conversationsPerDay(60)
            .queues(3)
            .users(6)
            .oddities(oddities)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(org))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
