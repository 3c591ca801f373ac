package com.spokefleet.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.store.FolderObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only fleet.yaml says is read: its absence is seen by who knows the fleet. */
final class ExpectedTablesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String NORTH = "00000000-0000-4000-8000-000000000001";
  private static final LocalDate FIRST = LocalDate.parse("2026-11-10");
  private static final LocalDate LAST = LocalDate.parse("2026-11-20");
  private static final String POLLED = "full\n    polls: [audits, edge-metrics]";

  @TempDir private Path folder;
  private Path lake;
  private ProofStore proofs;

  @BeforeEach
  void contactsAreProvenEveryDay() throws Exception {
    lake = Files.createDirectories(folder.resolve("lake"));
    proofs =
        new ProofStore(
            new FolderObjectStore(lake), Files.createDirectories(folder.resolve("scratch")));
    prove("conversations", FIRST, LAST);
    prove("queue_intervals", FIRST, LAST);
  }

  @Test
  void aTableThatWasNeverReadIsMissing() throws Exception {
    assertThat(withoutFleet()).as("the control: the lake does not know what it lacks").isZero();

    CommandRun run = withFleet("full");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(run.out())
        .containsPattern("agent_presence +11-19 .*✗ missing")
        .containsPattern("agent_routing_status +11-19 .*✗ missing")
        .doesNotContain("audits", "edge_metrics");
    assertThat(withFleet(POLLED).out())
        .containsPattern("audits +11-19 .*✗ missing")
        .containsPattern("edge_metrics +11-19 .*✗ missing");
  }

  @Test
  void aMetricsOnlyOrgHasNoAgents() throws Exception {
    assertThat(withFleet("metrics-only").exitCode()).isZero();
  }

  @Test
  void whatIsThereUpToTheLastWholeDayIsEnough() throws Exception {
    prove("agent_presence", FIRST, LAST);
    prove("agent_routing_status", FIRST, LAST);
    prove("audits", FIRST, LAST.minusDays(1));
    prove("edge_metrics", LAST.minusDays(3), LAST);

    CommandRun run = withFleet(POLLED);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(withFleet(POLLED, "--from", FIRST.toString()).exitCode())
        .as("nobody knows since when Edges are polled")
        .isZero();
  }

  @Test
  void aHoleAndAnEarlyEndAreMissing() throws Exception {
    prove("agent_presence", FIRST, LAST);
    prove("agent_routing_status", FIRST, LAST);
    prove("audits", FIRST, FIRST.plusDays(4));
    prove("audits", FIRST.plusDays(6), LAST);
    prove("edge_metrics", FIRST, LAST.minusDays(3));
    assertThat(withoutFleet()).as("the control").isZero();

    CommandRun run = withFleet(POLLED);
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(run.out())
        .containsPattern("11-15 .*✗ missing")
        .containsPattern("11-18…11-19 2d .*✗ missing")
        .contains("3 missing");
  }

  @Test
  void aFleetFileThatIsNotThereIsTold() {
    CommandRun run = proof("--fleet", folder.resolve("nothing.yaml").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).contains("nothing.yaml");
  }

  private int withoutFleet() {
    return proof().exitCode();
  }

  private CommandRun withFleet(String residency, String... more) throws Exception {
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(
        fleet,
        """
        name: test
        hub: {awsRegion: eu-central-1, lakeBucket: test-lake}
        standards:
          serviceLevel: {percent: 80, threshold: 30s}
          currency: EUR
        taxonomy: {wrapups: []}
        spokes:
          - name: north
            orgId: %s
            genesysRegion: eu-west-1
            awsRegion: eu-west-1
            credentials: env:NORTH
            timeZone: UTC
            currency: EUR
            businessRegion: EMEA
            residency: %s
        """
            .formatted(NORTH, residency));
    List<String> arguments = new ArrayList<>(List.of("--fleet", fleet.toString()));
    arguments.addAll(List.of(more));
    return proof(arguments.toArray(String[]::new));
  }

  private CommandRun proof(String... more) {
    List<String> arguments = new ArrayList<>(List.of("proof", "--lake", lake.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(Clock.fixed(NOW, ZoneOffset.UTC), arguments.toArray(String[]::new));
  }

  /** Read every day, and there was nothing. */
  private void prove(String table, LocalDate from, LocalDate to) {
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      PartitionProof proof =
          new PartitionProof(
              NORTH,
              table,
              day,
              ProofStatus.PROVISIONAL,
              0,
              0,
              0,
              null,
              null,
              null,
              null,
              null,
              null,
              "none",
              "",
              0,
              NOW,
              NOW);
      proofs.write(NORTH, day, List.of(proof), Fence.none());
    }
  }
}
