package com.spokefleet.cli.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.testing.faults.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command does to a fleet.yaml, and what it never does. */
final class OnboardCommandTest {
  @TempDir private Path folder;
  private Newcomer newcomer;

  @BeforeEach
  void start() throws Exception {
    newcomer = new Newcomer(folder);
  }

  @AfterEach
  void stop() {
    newcomer.close();
  }

  @Test
  void addsTheEntryOfAnOrgThatIsSetUpWell() throws Exception {
    newcomer.setUp();
    String before = newcomer.text();

    CommandRun run = newcomer.onboard("--poll", "audits,edge-metrics");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(newcomer.text()).startsWith(before);
    Fleet fleet = FleetParser.parse(newcomer.file());
    Spoke spoke = fleet.spoke(Newcomer.NAME).orElseThrow();
    assertThat(fleet.spokes()).hasSize(2);
    assertThat(spoke.orgId()).isEqualTo(newcomer.org().orgId());
    assertThat(spoke.genesysRegion().domain()).isEqualTo("mypurecloud.de");
    assertThat(spoke.awsRegion()).isEqualTo(Newcomer.REGION);
    assertThat(spoke.awsAccount()).contains(Newcomer.ACCOUNT);
    assertThat(spoke.residency()).isEqualTo(Residency.FULL);
    assertThat(spoke.businessRegion()).isEqualTo("EMEA");
    assertThat(spoke.polls()).containsExactly(Poll.AUDITS, Poll.EDGE_METRICS);
    assertThat(spoke.eventSource()).contains(newcomer.eventSource());
    assertThat(newcomer.fleet().run("doctor", "--fleet", newcomer.fleet().file()).exitCode())
        .as("doctor has nothing to add")
        .isZero();
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void saysThatItIsThereWhenRunAgainAndChangesNothing() throws Exception {
    newcomer.setUp();
    newcomer.onboard();
    byte[] written = Files.readAllBytes(newcomer.file());

    CommandRun again = newcomer.onboard();
    CommandRun shorter =
        newcomer
            .fleet()
            .run("onboard", "--fleet", newcomer.fleet().file(), "--name", Newcomer.NAME);

    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("Entry: is in ", "nothing was changed");
    assertThat(shorter.exitCode()).as(shorter.err()).isZero();
    assertThat(Files.readAllBytes(newcomer.file())).isEqualTo(written);
  }

  @Test
  void tellsTheEventSourceThatAnOrgGotAfterItsEntry() {
    newcomer.onboard();
    newcomer.setUp();

    CommandRun again = newcomer.onboard();

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("; add to it\n  eventSource: " + newcomer.eventSource());
  }

  @Test
  void refusesToSayOtherwiseWhatIsThere() throws Exception {
    newcomer.setUp().onboard();
    String written = newcomer.text();

    CommandRun run = newcomer.onboard("--business-region", "Nordics");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err())
        .startsWith("Cannot add emea2: ")
        .contains("its businessRegion is EMEA, not Nordics");
    assertThat(newcomer.text()).isEqualTo(written);
  }

  @Test
  void aDryRunPrintsTheEntryAndWritesNothing() throws Exception {
    newcomer.setUp();
    String before = newcomer.text();

    CommandRun run = newcomer.onboard("--dry-run");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("a dry run", "  - name: emea2\n", "    orgId: " + newcomer.org().orgId())
        .contains("    eventSource: " + newcomer.eventSource());
    assertThat(newcomer.text()).isEqualTo(before);
  }

  @Test
  void writesNothingWhereNobodyAnswersWhoItIs() throws Exception {
    String before = newcomer.text();

    CommandRun run =
        newcomer
            .fleet()
            .runWithSecret("EMEA2_CLIENT_SECRET", "not-the-secret", newcomer.arguments("full"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains("  ✗ sign-in\n", "not written, for it is not known which org this is")
        .contains("add a client with the grant type Client Credentials")
        .doesNotContain("✓");
    assertThat(run.out() + run.err()).doesNotContain("not-the-secret");
    assertThat(newcomer.text()).isEqualTo(before);
  }

  @Test
  void refusesAnOrgThatIsInTheFleetUnderAnotherName() throws Exception {
    String before = newcomer.text();
    List<String> arguments = new ArrayList<>(List.of(newcomer.arguments("full")));
    arguments.set(arguments.indexOf("env:EMEA2"), "env:NORTH");
    arguments.set(arguments.indexOf("--api") + 1, newcomer.fleet().org("north").api().toString());
    arguments.set(
        arguments.indexOf("--login") + 1, newcomer.fleet().org("north").login().toString());
    arguments.addAll(List.of("--entry-credentials", "env:ANOTHER"));

    CommandRun run = newcomer.fleet().run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).contains("Cannot add emea2: ", " as north");
    assertThat(newcomer.text()).isEqualTo(before);
    assertThat(newcomer.fleet().org("north").ledger().served().requests(Endpoint.USERS))
        .as("nobody was asked for people before it was clear whose they are")
        .isZero();
  }

  @Test
  void refusesANameThatIsAnotherOrgs() throws Exception {
    String before =
        newcomer
            .text()
            .replace(newcomer.fleet().org("north").orgId(), "0b7c6a52-1111-4c1e-9f53-6d1f2a8c0001");
    Files.writeString(newcomer.file(), before);

    CommandRun run =
        newcomer.fleet().run("onboard", "--fleet", newcomer.fleet().file(), "--name", "north");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err())
        .contains("has that name for org 0b7c6a52-1111-4c1e-9f53-6d1f2a8c0001")
        .contains(newcomer.fleet().org("north").orgId());
    assertThat(newcomer.text()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "--time-zone, Europe/Berln, Europe/Berlin",
    "--currency, EURO, currency",
    "--aws-region, eu-central, AWS region",
    "--aws-account, 4444, awsAccount",
    "--region, eu-central-9, genesysRegion",
    "--poll, everything, audits",
    "--residency, half, metrics-only",
    "--name, EMEA two, lower-case"
  })
  void refusesWhatFleetYamlWouldNotTakeBeforeAnybodyIsAsked(
      String option, String value, String hint) throws Exception {
    String before = newcomer.text();
    List<String> arguments = new ArrayList<>(List.of(newcomer.arguments("full")));
    int position = arguments.indexOf(option);
    if (position < 0) {
      arguments.addAll(List.of(option, value));
    } else {
      arguments.set(position + 1, value);
    }

    CommandRun run = newcomer.fleet().run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).contains(hint);
    assertThat(newcomer.text()).isEqualTo(before);
    assertThat(newcomer.org().ledger().served().requests(Endpoint.TOKEN)).isZero();
  }

  @Test
  void namesWhatOnlyAPersonCanSay() {
    CommandRun run =
        newcomer
            .fleet()
            .run(
                "onboard",
                "--fleet",
                newcomer.fleet().file(),
                "--name",
                "emea2",
                "--region",
                "eu-central-1",
                "--credentials",
                "env:EMEA2");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err())
        .isEqualTo("Cannot write an entry for emea2 without --time-zone, --currency\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nord \"Ost\" \\ 1", "true", "007", "- a: b # c", "北部事業部"})
  void aTextComesBackAsItWasSaid(String text) {
    CommandRun run = newcomer.setUp().onboard("--business-region", text);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(
            FleetParser.parse(newcomer.file()).spoke(Newcomer.NAME).orElseThrow().businessRegion())
        .isEqualTo(text);
  }

  @Test
  void refusesAFileWhoseListIsInBrackets() throws Exception {
    String flow = newcomer.text().replaceFirst("(?s)spokes:\n.*", "spokes: []\n");
    Files.writeString(newcomer.file(), flow);

    CommandRun run = newcomer.onboard();

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(newcomer.text()).isEqualTo(flow);
  }

  @Test
  void writesTheFirstEntryOfAFleet() throws Exception {
    String empty = newcomer.text().replaceFirst("(?s)spokes:\n.*", "spokes:\n");
    Files.writeString(newcomer.file(), empty);

    CommandRun run = newcomer.setUp().onboard();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(newcomer.text()).startsWith(empty);
    assertThat(FleetParser.parse(newcomer.file()).spokes())
        .extracting(Spoke::name)
        .containsExactly(Newcomer.NAME);
  }

  @Test
  void tellsAProgramTheSame() throws Exception {
    newcomer.setUp();

    JsonNode document = newcomer.onboard("--json").json();

    assertThat(document.path("healthy").asBoolean()).isTrue();
    assertThat(document.path("organization").path("id").asText()).isEqualTo(newcomer.org().orgId());
    assertThat(document.path("entry").path("status").asText()).isEqualTo("written");
    assertThat(document.path("checks").findValuesAsText("status")).containsOnly("ok");
    assertThat(document.path("topics").findValuesAsText("eventBridge")).containsOnly("yes");
    assertThat(document.path("role").path("permissionPolicies")).isNotEmpty();
    assertThat(document.path("next")).isNotEmpty();
  }

  @Test
  void noSecretIsPrinted() {
    String secret = newcomer.org().clientSecret();

    CommandRun text = newcomer.setUp().onboard();
    CommandRun json = newcomer.onboard("--json", "--debug");

    assertThat(text.out() + text.err() + json.out() + json.err())
        .contains("env:EMEA2")
        .doesNotContain(secret)
        .doesNotContain(newcomer.org().clientId());
  }
}
