package com.spokefleet.cli.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.FakeFleet;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.faults.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The role is enough for whole runs, and nothing in it is too much. */
final class GenesysRoleTest {
  /** For these Genesys documents no permission; the fake names one that nobody has to grant. */
  private static final Set<Endpoint> UNDOCUMENTED = EnumSet.of(Endpoint.USERS, Endpoint.DIVISIONS);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"full, 'audits,edge-metrics', 8", "metrics-only, '', 2"})
  void isEnoughForARunWhichNeedsAllOfIt(String residency, String polls, int permissions)
      throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, 1, "north")) {
      Path file = Path.of(fleet.file());
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "residency: full", "residency: " + residency + "\n    polls: [" + polls + "]"));
      Set<String> role = role(residency, polls);
      assertThat(role).hasSize(permissions);
      for (Endpoint endpoint : Endpoint.values()) {
        if (!UNDOCUMENTED.contains(endpoint)
            && !endpoint.permission().isEmpty()
            && !role.contains(endpoint.permission())) {
          fleet.org("north").removePermission(endpoint);
        }
      }

      CommandRun ingest = ingest(fleet);
      assertThat(ingest.exitCode()).as(ingest.out() + ingest.err()).isZero();
      assertThat(used(fleet.org("north"))).as("what the run asked with").isEqualTo(role);
      CommandRun doctor = fleet.run("doctor", "--fleet", fleet.file());
      assertThat(doctor.exitCode()).as(doctor.out()).isZero();
    }
  }

  /** The control: what a role lacks is missed, by doctor and by a run. */
  @Test
  void lessIsNotEnough() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, 1, "north")) {
      Path file = Path.of(fleet.file());
      Files.writeString(
          file, Files.readString(file).replace("residency: full", "residency: metrics-only"));
      fleet.org("north").removePermission(Endpoint.CONVERSATION_AGGREGATES);

      assertThat(ingest(fleet).exitCode()).isNotZero();
      assertThat(fleet.run("doctor", "--fleet", fleet.file()).exitCode()).isNotZero();
    }
  }

  /** The permissions of all calls that were made. */
  private static Set<String> used(FakeOrg org) {
    Set<String> permissions = new TreeSet<>();
    for (Endpoint endpoint : Endpoint.values()) {
      if (org.ledger().served().requests(endpoint) > 0 && !UNDOCUMENTED.contains(endpoint)) {
        permissions.add(endpoint.permission());
      }
    }
    permissions.remove("");
    return permissions;
  }

  @Test
  void isPrintedAsTheBodyOfTheCallThatCreatesItBeforeAnythingIsThere() throws Exception {
    JsonNode body = body("full", "audits");

    assertThat(body.path("name").asText()).isEqualTo("Spokefleet emea2");
    assertThat(body.path("permissionPolicies"))
        .contains(
            new ObjectMapper()
                .readTree(
                    """
                    {"domain":"routing","entityName":"queue","actionSet":["view"],
                     "allowConditions":false}
                    """));
    assertThat(role("full", "audits"))
        .contains("audits:audit:view")
        .hasSize(7)
        .doesNotContain("telephony:plugin:all", "integrations:integration:view");
    assertThat(role("full", "")).hasSize(6);
    assertThat(role("metrics-only", "audits,edge-metrics")).hasSize(4);
  }

  private static CommandRun ingest(FakeFleet fleet) {
    return fleet.run(
        "ingest",
        "--fleet",
        fleet.file(),
        "--org",
        "north",
        "--lake",
        Path.of(fleet.file()).resolveSibling("lake").toString());
  }

  private static Set<String> role(String residency, String polls) throws Exception {
    Set<String> permissions = new TreeSet<>();
    for (JsonNode policy : body(residency, polls).path("permissionPolicies")) {
      policy
          .path("actionSet")
          .forEach(
              action ->
                  permissions.add(
                      policy.path("domain").asText()
                          + ":"
                          + policy.path("entityName").asText()
                          + ":"
                          + action.asText()));
    }
    return permissions;
  }

  private static JsonNode body(String residency, String polls) throws Exception {
    String[] arguments = {
      "onboard", "--role-json", "--name", "emea2", "--residency", residency, "--poll", polls
    };
    return CommandRun.of(
            Clock.systemUTC(), polls.isEmpty() ? Arrays.copyOf(arguments, 6) : arguments)
        .json();
  }
}
