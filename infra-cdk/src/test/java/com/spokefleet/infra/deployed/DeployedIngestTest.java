package com.spokefleet.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.infra.hub.DetailTables;
import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The ingestion as deployed: its package, with the environment, layer, schedule and rights of the
 * template, on buckets and tables named by it. Whatever its role may not is denied as AWS does.
 */
@ExtendWith(Deployment.class)
final class DeployedIngestTest {
  /** What ended since may be in the lake or not. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** Statements that a tick without trouble does not need, each with its reason. */
  private static final Map<String, String> UNUSED =
      Map.of(
          "Quarantine", "only for what could not be read",
          "QuarantineNames", "only for what could not be read",
          "DeadLetters", "Lambda's own, for a call that failed");

  private final DeployedFleet fleet;

  @TempDir Path folder;

  DeployedIngestTest(DeployedFleet fleet) {
    this.fleet = fleet;
  }

  @Test
  void aTickOfTheScheduleLandsTheOrgAndNeedsNothingItMayNot() throws Exception {
    DeployedFunction ingest = fleet.function(DeployedFleet.FULL, "ingest");
    Instant begin = Instant.now();
    try (AwsGate gate = ingest.gate(ingest.role())) {
      runTwice(ingest, gate);

      assertThat(gate.denied()).isEmpty();
      assertThat(gate.told())
          .as("told of landed partitions")
          .extracting(event -> event.path("Source").asText())
          .isNotEmpty()
          .containsOnly("spokefleet");
      assertThat(checkpoints(ingest)).isGreaterThan(2);
      LakeObjects lake = new LakeObjects(fleet, DeployedFleet.FULL, folder.resolve("lake"));
      assertThat(lake.values("conversations", "conversation_id"))
          .containsAll(fleet.org(DeployedFleet.FULL).ledger().endedIds(begin.minus(SETTLED)))
          .hasSizeGreaterThan(50);
      assertThat(lake.keys())
          .allMatch(key -> key.contains("/org_id=" + fleet.org(DeployedFleet.FULL).orgId() + "/"));
      everyStatementIsNeeded(ingest, gate.asked());
    }
  }

  /** Negative control, run: without its statement the first request for the secret is denied. */
  @Test
  void withoutAStatementTheRunFails() throws Exception {
    DeployedFunction ingest = fleet.function(DeployedFleet.FULL, "ingest");
    PolicyStatement secrets =
        ingest.role().statements().stream()
            .filter(statement -> statement.sid().equals("Secrets"))
            .findFirst()
            .orElseThrow();
    try (AwsGate gate = ingest.gate(ingest.role().without(secrets));
        LocalFunction function = ingest.start(gate, folder)) {
      Moment answer = function.invoke("{\"datasets\": [\"configuration\"]}");

      assertThat(answer.kind() == Moment.Kind.ANSWERED && status(answer).equals("completed"))
          .as(answer.text())
          .isFalse();
      assertThat(gate.denied()).isNotEmpty().allMatch(denial -> denial.contains("secretsmanager:"));
    }
  }

  @Test
  void aMetricsOnlyOrgLandsFiguresAndAsksForNoDetails() throws Exception {
    DeployedFunction ingest = fleet.function(DeployedFleet.METRICS_ONLY, "ingest");
    try (AwsGate gate = ingest.gate(ingest.role())) {
      runTwice(ingest, gate);

      assertThat(gate.denied()).isEmpty();
      assertThat(touchedTables(gate.asked())).doesNotContainAnyElementsOf(DetailTables.NAMES);
      LakeObjects lake = new LakeObjects(fleet, DeployedFleet.METRICS_ONLY, folder.resolve("lake"));
      assertThat(lake.values("queue_intervals", "queue_id")).isNotEmpty();
      assertThat(lake.tables()).doesNotContainAnyElementsOf(DetailTables.NAMES);
    }
  }

  /**
   * Every right there is without a reason is one that an attacker has, too. Of an org in an account
   * of its own: within the hub's the lake's policy alone would do for some.
   */
  private static void everyStatementIsNeeded(DeployedFunction ingest, List<AccessRequest> asked) {
    AccessControl control = new AccessControl(ingest.fleet().stacks());
    Principal role = ingest.role();
    for (PolicyStatement statement : role.statements()) {
      boolean used =
          asked.stream()
              .anyMatch(request -> control.denial(role.without(statement), request).isPresent());
      // What has no name is Lambda's own: the log, traces, its letters to the queue.
      if (statement.allows()
          && !statement.sid().isEmpty()
          && !UNUSED.containsKey(statement.sid())) {
        assertThat(used).as("without %s something is denied", statement).isTrue();
      }
    }
  }

  private void runTwice(DeployedFunction ingest, AwsGate gate) throws IOException {
    Resource schedule = ingest.stack().template().resources("AWS::Scheduler::Schedule").getFirst();
    assertThat(ingest.stack().text(schedule.property("Target").path("Arn")))
        .isEqualTo(ingest.stack().arn(ingest.resource()));
    assertThat(schedule.property("ScheduleExpression").asText()).startsWith("cron(");
    String input = schedule.property("Target").path("Input").asText();
    AccessRequest call =
        new AccessRequest("lambda:InvokeFunction", ingest.stack().arn(ingest.resource()), Map.of());
    Principal caller = Principal.of(ingest.stack(), schedule.property("Target").path("RoleArn"));
    assertThat(new AccessControl(fleet.stacks()).denial(caller, call)).isEmpty();
    try (LocalFunction function = ingest.start(gate, folder)) {
      for (int tick = 0; tick < 2; tick++) {
        Moment answer = function.invoke(input);
        assertThat(answer.kind())
            .as(answer.text() + gate.denied() + function.log())
            .isEqualTo(Moment.Kind.ANSWERED);
        assertThat(status(answer)).as(answer.text() + gate.denied()).isEqualTo("completed");
      }
    }
  }

  private int checkpoints(DeployedFunction ingest) {
    String table =
        ingest
            .environment()
            .getOrDefault(IngestEnvironment.CHECKPOINTS, "")
            .replace("dynamodb:", "");
    try (DynamoDbClient tables = fleet.tables(DeployedFleet.FULL)) {
      return tables.scan(request -> request.tableName(table)).count();
    }
  }

  private static Set<String> touchedTables(List<AccessRequest> asked) {
    return asked.stream()
        .filter(request -> request.action().startsWith("s3:"))
        .map(
            request ->
                request
                    .context("s3:prefix")
                    .orElse(request.resource().substring(request.resource().indexOf('/') + 1)))
        .map(key -> key.split("/", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String status(Moment answer) throws IOException {
    JsonNode report = new ObjectMapper().readTree(answer.body());
    return report.path("status").asText();
  }
}
