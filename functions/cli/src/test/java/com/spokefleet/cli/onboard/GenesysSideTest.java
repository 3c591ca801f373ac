package com.spokefleet.cli.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.config.FleetParser;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.setup.FakeIntegration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found of an org that is not set up as it should be; one thing is wrong at a time. */
final class GenesysSideTest {
  private static final String EDGES = "v2.telephony.providers.edges.{id}.metrics";
  private static final String ACW = "v2.detail.events.conversation.{id}.acw";

  @TempDir private Path folder;
  private Newcomer newcomer;

  @BeforeEach
  void start() throws Exception {
    newcomer = new Newcomer(folder).setUp();
  }

  @AfterEach
  void stop() {
    newcomer.close();
  }

  /** OnboardCommandTest.addsTheEntryOfAnOrgThatIsSetUpWell is the control: all is ok. */
  @Test
  void aMissingIntegrationIsNamedWithWhatToAdd() throws Exception {
    newcomer.org().setup().integrate();

    CommandRun run = newcomer.onboard();

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains("  ✗ EventBridge integration\n", "add Amazon EventBridge Source")
        .contains("account 444455556666", "region eu-central-1", ACW);
    assertThat(FleetParser.parse(newcomer.file()).spoke(Newcomer.NAME).orElseThrow().eventSource())
        .as("the entry is there, without events")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLED, INACTIVE, failed",
    "ENABLED, ERROR, failed",
    "ENABLED, ACTIVATING, unknown",
    "ENABLED, OF_TOMORROW, unknown"
  })
  void anIntegrationThatDoesNotWorkIsNotOk(String intended, String reported, String expected)
      throws Exception {
    newcomer.org().setup().integrate(integration().in(intended, reported));

    assertThat(statuses()).containsEntry("EventBridge integration", expected);
  }

  @Test
  void anIntegrationOfAnotherAccountOrRegionIsNotTheOrgs() throws Exception {
    newcomer
        .org()
        .setup()
        .integrate(
            FakeIntegration.active(
                "telemetry", "111122223333", "us-east-1", newcomer.routed(false)));

    assertThat(statuses()).containsEntry("EventBridge account and region", "failed");
    assertThat(newcomer.text()).contains("name: emea2").doesNotContain("eventSource");
  }

  @Test
  void oneOfSeveralIntegrationsIsNamedByItsSuffix() throws Exception {
    newcomer
        .org()
        .setup()
        .integrate(
            integration(),
            FakeIntegration.active(
                "other", Newcomer.ACCOUNT, Newcomer.REGION, newcomer.routed(false)));

    assertThat(statuses("--dry-run")).containsEntry("EventBridge integration", "failed");
    CommandRun named = newcomer.onboard("--event-source-suffix", "telemetry");
    assertThat(named.exitCode()).as(named.out()).isZero();
    assertThat(newcomer.text()).contains("eventSource: " + newcomer.eventSource());
  }

  @Test
  void topicsThatAreMissingAndThoseThatOnlyCostAreNamed() {
    List<String> topics = new ArrayList<>(newcomer.routed(false));
    topics.remove(ACW);
    topics.add("v2.users.{id}.presence");
    topics.add("v2.of.tomorrow.{id}");
    newcomer.org().setup().integrate(with(topics));

    CommandRun run = newcomer.onboard();

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains(
            "  ✗ topics of the integration\n      the integration does not send " + ACW + "\n")
        .contains("only cost: v2.of.tomorrow.{id}, v2.users.{id}.presence");
  }

  @Test
  void whatOnlyCostsIsNoReasonToStop() {
    List<String> topics = new ArrayList<>(newcomer.routed(false));
    topics.add("v2.users.{id}.presence");
    newcomer.org().setup().integrate(with(topics));

    CommandRun run = newcomer.onboard();

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("only cost: v2.users.{id}.presence");
  }

  @Test
  void aMetricsOnlyOrgMustNotSendWhatTellsOfPersons() {
    CommandRun tooMuch = newcomer.fleet().run(newcomer.arguments("metrics-only"));
    newcomer.org().setup().integrate(with(newcomer.routed(true)));
    CommandRun enough = newcomer.fleet().run(newcomer.arguments("metrics-only"));

    assertThat(tooMuch.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(tooMuch.out()).contains("although the org is metrics-only", ACW);
    assertThat(enough.exitCode()).as(enough.out()).isZero();
    assertThat(newcomer.org().ledger().served().requests(Endpoint.USERS)).isZero();
    assertThat(newcomer.org().ledger().served().requests(Endpoint.DETAILS_QUERY)).isZero();
  }

  @Test
  void anIntegrationThatDoesNotTellItsTopicsIsUnknown() throws Exception {
    newcomer.org().setup().integrate(integration().withoutTopics());

    assertThat(statuses()).containsEntry("topics of the integration", "unknown");
  }

  @Test
  void aTopicThatEventBridgeDoesNotBringIsPolledOrMissed() throws Exception {
    newcomer.org().setup().offer(EDGES, "Websocket");

    CommandRun run = newcomer.onboard("--dry-run");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains("EventBridge does not bring " + EDGES, "--poll audits,edge-metrics");

    assertThat(newcomer.onboard("--poll", "edge-metrics").exitCode()).isZero();
  }

  @Test
  void aTopicTheOrgDoesNotListIsUnknown() throws Exception {
    newcomer.org().setup().withdraw(ACW);
    assertThat(statuses("--dry-run")).containsEntry("topics over EventBridge", "unknown");

    newcomer.org().setup().offerWithoutTransports(ACW);
    JsonNode document = newcomer.onboard("--json").json();
    assertThat(statuses(document)).containsEntry("topics over EventBridge", "unknown");
    assertThat(document.path("topics").findValuesAsText("eventBridge")).containsOnlyOnce("unknown");
  }

  @Test
  void aClientThatSeesSomeDivisionsIsToldWhatItMisses() {
    String home = newcomer.org().directory().divisions().getFirst().id();
    newcomer.org().setup().grantIn(List.of(home));

    CommandRun run = newcomer.onboard();

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains("  ✗ divisions of the client\n")
        .contains("routing:queue:view is not granted in Région Ouest, 北部事業部")
        .contains("give the OAuth client its role for all divisions");
  }

  @Test
  void divisionsAreUnknownWhereGenesysDoesNotTellWhatRolesAllow() throws Exception {
    newcomer.org().setup().keepPolicies();
    assertThat(statuses("--dry-run"))
        .as("granted everywhere")
        .containsEntry("divisions of the client", "ok");

    newcomer.org().setup().grantIn(List.of(newcomer.org().directory().divisions().getFirst().id()));
    assertThat(statuses()).containsEntry("divisions of the client", "failed");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZATION_SUBJECT, divisions of the client, unknown",
    "INTEGRATIONS, EventBridge integration, unknown",
    "INTEGRATION_CONFIG, EventBridge integration, unknown",
    "AVAILABLE_TOPICS, topics over EventBridge, unknown",
    "CONVERSATION_AGGREGATES, conversation aggregates, failed",
    "QUEUES, queues, failed",
    "AUDIT_SERVICE_MAPPING, audits, failed"
  })
  void aRefusedQuestionIsNeverOk(Endpoint endpoint, String check, String expected)
      throws Exception {
    newcomer.org().removePermission(endpoint);

    CommandRun run = newcomer.onboard("--json", "--poll", "audits");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    Map<String, String> statuses = statuses(run.json());
    assertThat(statuses).containsEntry(check, expected);
    statuses.remove(check);
    assertThat(statuses.values()).as("the others are asked all the same").containsOnly("ok");
    if (!endpoint.permission().isEmpty()) {
      assertThat(run.out()).contains(endpoint.permission());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML_PAGE", "SERVICE_UNAVAILABLE"})
  void anAnswerThatIsNoneIsUnknown(FaultKind fault) throws Exception {
    for (Endpoint endpoint :
        List.of(Endpoint.AUTHORIZATION_SUBJECT, Endpoint.INTEGRATIONS, Endpoint.AVAILABLE_TOPICS)) {
      newcomer.org().faults(FaultPlan.scripted(new FaultRule(endpoint, 1, Long.MAX_VALUE, fault)));

      assertThat(statuses("--dry-run").values()).contains("unknown").doesNotContain("failed");
    }
  }

  private FakeIntegration integration() {
    return with(newcomer.routed(false));
  }

  private static FakeIntegration with(List<String> topics) {
    return FakeIntegration.active("telemetry", Newcomer.ACCOUNT, Newcomer.REGION, topics);
  }

  private Map<String, String> statuses(String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--json");
    return statuses(newcomer.onboard(options.toArray(String[]::new)).json());
  }

  private static Map<String, String> statuses(JsonNode document) {
    Map<String, String> statuses = new TreeMap<>();
    document
        .path("checks")
        .forEach(check -> statuses.put(check.path("name").asText(), check.path("status").asText()));
    return statuses;
  }
}
