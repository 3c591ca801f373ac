package com.spokefleet.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.FakeFleet;
import com.spokefleet.testing.faults.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  @TempDir private Path folder;
  private FakeFleet fleet;

  @BeforeEach
  void start() throws Exception {
    fleet = FakeFleet.start(folder, "north", "south");
  }

  @AfterEach
  void stop() {
    fleet.close();
  }

  @Test
  void findsAHealthyFleetHealthy() throws Exception {
    CommandRun run = fleet.run("doctor", "--fleet", fleet.file());
    JsonNode json = fleet.run("doctor", "--fleet", fleet.file(), "--json").json();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("north\n  ✓ sign-in\n", "south\n  ✓ sign-in\n");
    assertThat(json.path("healthy").asBoolean()).isTrue();
    assertThat(json.path("orgs").findValuesAsText("org")).containsExactly("north", "south");
  }

  @Test
  void saysHowToCureWhatFailsInOneOrgAndPassesTheOther() throws Exception {
    fleet.org("south").removePermission(Endpoint.QUEUES);

    CommandRun run = fleet.run("doctor", "--fleet", fleet.file());
    JsonNode json = fleet.run("doctor", "--fleet", fleet.file(), "--json").json();

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out()).contains("  ✗ ", "routing:queue:view", "      → ");
    assertThat(json.path("orgs").path(0).path("healthy").asBoolean()).isTrue();
    assertThat(json.path("orgs").path(1).path("healthy").asBoolean()).isFalse();
  }

  @Test
  void asksForThePermissionsOfWhatIsPolled() throws Exception {
    fleet.org("south").removePermission(Endpoint.AUDIT_SERVICE_MAPPING);
    fleet.org("south").removePermission(Endpoint.EDGES);
    assertThat(fleet.run("doctor", "--fleet", fleet.file()).exitCode())
        .as("the control: what is not polled is not needed")
        .isZero();

    Path file = Path.of(fleet.file());
    String polls = "residency: full\n    polls: [audits, edge-metrics]";
    Files.writeString(file, Files.readString(file).replace("residency: full", polls));
    CommandRun run = fleet.run("doctor", "--fleet", fleet.file());

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .containsOnlyOnce("  ✓ audits\n")
        .containsOnlyOnce("  ✓ edges\n")
        .contains("  ✗ audits\n", "add the permission audits:audit:view to a role")
        .contains("  ✗ edges\n", "add the permission telephony:plugin:all to a role");
  }

  @Test
  void looksAtOneOrgOnly() {
    fleet.org("south").removePermission(Endpoint.QUEUES);

    CommandRun run = fleet.run("doctor", "--fleet", fleet.file(), "--org", "north");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("south");
  }

  @Test
  void namesTheOrgsThereAreWhenOneIsUnknown() {
    CommandRun run = fleet.run("doctor", "--fleet", fleet.file(), "--org", "west");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).startsWith("Cannot find org west in ").contains("[north, south]");
  }

  @Test
  void tellsWrongCredentialsFromAMissingPermission() {
    CommandRun run =
        fleet.runWithSecret("NORTH_CLIENT_SECRET", "not-it", "doctor", "--fleet", fleet.file());

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains("north\n  ✗ sign-in\n", "south\n  ✓ sign-in\n")
        .doesNotContain("not-it");
  }
}
