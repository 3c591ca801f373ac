package com.spokefleet.cli.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.datadog.ContentKind;
import com.spokefleet.testing.siem.datadog.DatadogAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiemApplyCommandTest {
  private static final String INDEX_MACRO = "genesys_index";

  private static SortedMap<String, byte[]> app = new TreeMap<>();

  @TempDir Path folder;
  private SiemFleet fleet;

  @BeforeAll
  static void exportApp(@TempDir Path exported) throws IOException {
    app = SiemFleet.exportedApp(exported);
  }

  @BeforeEach
  void start() throws IOException {
    fleet = SiemFleet.start(folder);
    fleet.splunk().install(AppIdentity.VERSION, app);
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void theExportedAppIsEqualOnceItIsInstalled() {
    CommandRun diff = fleet.reached("diff", "--to", "splunk");

    assertThat(diff.exitCode()).as(diff.out() + diff.err()).isZero();
    assertThat(diff.out()).contains("Splunk soc").contains("objects are as they would be");
    assertThat(fleet.splunk().requests().writing()).isEmpty();
  }

  @Test
  void applyMakesBothEqualAndASecondOneWritesNothing() {
    CommandRun before = fleet.reached("diff");
    CommandRun first = fleet.reached("apply");
    fleet.datadog().requests().forget();
    CommandRun second = fleet.reached("apply");
    CommandRun after = fleet.reached("diff");

    assertThat(before.exitCode()).isEqualTo(ExitCode.DIFFERENT.code());
    assertThat(before.out()).contains("  + rules 'oauth-client-created'");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("  created dashboards '");
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("  0 changed, ");
    assertThat(fleet.datadog().requests().writing()).isEmpty();
    assertThat(fleet.splunk().requests().writing()).isEmpty();
    assertThat(after.exitCode()).as(after.out()).isZero();
  }

  @Test
  void whatFleetYamlChangedIsBroughtToTheInstalledApp() throws IOException {
    fleet.index("telephony");

    CommandRun diff = fleet.reached("diff", "--to", "soc", "--json");
    CommandRun apply = fleet.reached("apply", "--to", "soc");

    assertThat(diff.exitCode()).isEqualTo(ExitCode.DIFFERENT.code());
    JsonNode differences = diff.json().at("/installations/0/differences");
    assertThat(differences).isNotEmpty();
    assertThat(differences.toString())
        .contains("{\"kind\":\"macros\",\"name\":\"genesys_index\",\"verdict\":\"update\"")
        .doesNotContain("delete");
    assertThat(apply.exitCode()).as(apply.err()).isZero();
    assertThat(apply.out()).contains("  changed macros 'genesys_index'");
    assertThat(fleet.splunk().contents().get("configs/conf-macros/" + INDEX_MACRO))
        .contains("telephony");
  }

  @Test
  void whatSomebodyChangedIsToldAndKeptUntilItIsToBeOverwritten() {
    fleet.splunk().set("configs/conf-macros", INDEX_MACRO, Map.of("definition", "index=mine"));

    CommandRun kept = fleet.reached("apply", "--to", "splunk");
    String after = fleet.splunk().contents().get("configs/conf-macros/" + INDEX_MACRO);
    CommandRun overwritten = fleet.reached("apply", "--to", "splunk", "--overwrite");

    assertThat(kept.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(kept.out())
        .contains("  ! macros 'genesys_index' changed by somebody since it was applied")
        .contains("definition");
    assertThat(after).contains("index=mine");
    assertThat(overwritten.exitCode()).isZero();
    assertThat(fleet.splunk().contents().get("configs/conf-macros/" + INDEX_MACRO))
        .doesNotContain("index=mine");
  }

  @Test
  void whatIsNotOursIsRefusedAndStaysAsItIs() {
    CommandRun first = fleet.reached("apply", "--to", "datadog");
    String name = monitorName();
    fleet.datadog().contents(ContentKind.MONITOR).keySet().stream()
        .toList()
        .forEach(id -> fleet.datadog().remove(ContentKind.MONITOR, id));
    ObjectNode theirs = DatadogAccount.json("{\"type\": \"log alert\", \"query\": \"q\"}");
    String id = fleet.datadog().add(ContentKind.MONITOR, theirs.put("name", name));
    String before = fleet.datadog().contents(ContentKind.MONITOR).get(id);

    CommandRun second = fleet.reached("apply", "--to", "datadog", "--overwrite");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(second.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(second.out()).contains("not ours, and of the same name");
    assertThat(fleet.datadog().contents(ContentKind.MONITOR).get(id)).isEqualTo(before);
  }

  private String monitorName() {
    String monitor = fleet.datadog().contents(ContentKind.MONITOR).values().iterator().next();
    return DatadogAccount.json(monitor).path("name").asText();
  }

  @Test
  void everythingThatIsMissingIsToldAtOnceAndNothingSecretWithIt() {
    CommandRun run =
        fleet.run(
            "apply", "--splunk-token", "s3cret-token-itself", "--application-key", "env:NO_SUCH");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("Cannot "))
        .anyMatch(line -> line.contains("--splunk-url"))
        .anyMatch(line -> line.contains("--splunk-token"))
        .anyMatch(line -> line.contains("NO_SUCH"));
    assertThat(run.err()).doesNotContain("s3cret").doesNotContain("the-api-key");
    assertThat(fleet.datadog().requests().all()).isEmpty();
  }

  @Test
  void aDestinationThatIsNotThereIsToldWithThoseThatAre() {
    CommandRun run = fleet.reached("diff", "--to", "siem");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).startsWith("Cannot find destination siem; fleet.yaml has [soc, ops]");
  }

  @Test
  void oneThatCannotBeReachedIsToldInALineAndTheOtherOneIsStillDone() {
    fleet.splunk().faults().always(ApiFault.FAILED);

    CommandRun run = fleet.reached("apply");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
    assertThat(run.err().lines()).singleElement().asString().startsWith("Cannot look for the app");
    assertThat(run.out()).contains("  created dashboards '");
    assertThat(run.err() + run.out()).doesNotContain("the-token").doesNotContain("the-app-key");
  }

  @Test
  void anInterruptedApplyIsCompletedByTheNext() {
    fleet.datadog().faults().next(20, ApiFault.NONE);
    fleet.datadog().faults().always(ApiFault.DOWN);
    CommandRun interrupted = fleet.reached("apply", "--to", "datadog");
    fleet.datadog().faults().clear();

    CommandRun next = fleet.reached("apply", "--to", "datadog");

    assertThat(interrupted.exitCode()).isEqualTo(ExitCode.FAILED.code());
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(fleet.reached("diff", "--to", "datadog").exitCode()).isZero();
    assertThat(fleet.waited()).isPositive();
  }

  @Test
  void withoutCloudSiemMonitorsStandInForRules() {
    fleet.datadog().withoutCloudSiem();

    CommandRun refused = fleet.reached("apply", "--to", "datadog");
    CommandRun run = fleet.reached("apply", "--to", "datadog", "--without-cloud-siem");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED.code());
    assertThat(refused.err()).contains("--without-cloud-siem");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(fleet.datadog().contents(ContentKind.RULE)).isEmpty();
    assertThat(fleet.datadog().contents(ContentKind.MONITOR)).isNotEmpty();
  }

  @Test
  void helpNamesTheThreeCommands() {
    CommandRun help = CommandRun.of(Clock.systemUTC(), "siem", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("export").contains("diff").contains("apply");
  }
}
