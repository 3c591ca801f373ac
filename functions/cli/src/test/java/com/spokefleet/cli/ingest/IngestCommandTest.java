package com.spokefleet.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.FakeFleet;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.TrueFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a fake org over HTTP, down to the figures that {@code fleet kpi} reads. */
final class IngestCommandTest {
  @TempDir private Path folder;

  @Test
  void readsAnOrgUntilTheLakeHoldsWhatTheOrgKnows() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      CommandRun run = ingest(fleet, "--json");
      JsonNode kpis = fleet.run("kpi", "--lake", lake(), "--json").json();

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.json().path("status").asText()).isEqualTo("completed");
      TrueFigures truth = fleet.org("north").ledger().total(FakeFleet.NOON);
      JsonNode figures = kpis.path("orgs").path(0).path("figures");
      assertThat(truth.conversations()).isPositive();
      assertThat(figures.path("contacts").asLong()).isEqualTo(truth.conversations());
      assertThat(figures.path("offered").asLong()).isEqualTo(truth.offered());
      assertThat(figures.path("abandoned").asLong()).isEqualTo(truth.abandoned());
      assertThat(figures.path("handleMs").asLong()).isEqualTo(truth.handleMillis());
    }
  }

  @Test
  void readsNothingTwiceThatIsNotDue() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      ingest(fleet);
      CommandRun again = ingest(fleet, "--json");

      assertThat(again.exitCode()).isZero();
      assertThat(again.json().path("datasets").findValuesAsText("dataset"))
          .as("what has its own pace waits for its time")
          .doesNotContain("configuration", "conversation-counts", "users-details");
    }
  }

  @Test
  void readsTheDaysItIsAskedForAgain() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      ingest(fleet);
      JsonNode again =
          ingest(fleet, "--dataset", "conversation-details", "--from", "2026-11-19", "--json")
              .json();

      assertThat(again.path("status").asText()).isEqualTo("completed");
      assertThat(again.path("datasets").path(0).path("fetched").asLong()).isPositive();
      assertThat(again.path("datasets").path(0).path("partitionsChanged").asLong())
          .as("equal bytes are not written again")
          .isZero();
    }
  }

  @Test
  void asksBeforeItReadsMoreThanNinetyDays() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, 100, "north")) {
      CommandRun asked = ingest(fleet);

      assertThat(asked.exitCode()).isEqualTo(ExitCode.NEEDS_CONFIRMATION.code());
      assertThat(asked.err()).contains("goes back more than 90 days", "requests", "MiB", "--yes");
      assertThat(files("conversations")).as("nothing was read").isZero();

      assertThat(ingest(fleet, "--yes").exitCode()).isZero();
      assertThat(files("conversations")).isPositive();
    }
  }

  @Test
  void reportsAFailedDatasetAndLandsTheOthers() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      fleet.org("north").removePermission(Endpoint.DETAILS_QUERY);

      CommandRun run = ingest(fleet);

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
      assertThat(run.err()).contains("conversation-details: Cannot ").doesNotContain("\tat ");
      assertThat(files("dim_queue")).as("configuration landed all the same").isEqualTo(1);
    }
  }

  @Test
  void refusesAnEndBeforeTheStart() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      CommandRun run = ingest(fleet, "--from", "2026-11-19", "--to", "2026-11-18");

      assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
      assertThat(run.err())
          .isEqualTo("Cannot read from 2026-11-19 to 2026-11-18: the end is first\n");
    }
  }

  private CommandRun ingest(FakeFleet fleet, String... more) {
    Stream<String> given =
        Stream.of("ingest", "--fleet", fleet.file(), "--org", "north", "--lake", lake());
    return fleet.run(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  private long files(String table) throws IOException {
    Path tree = folder.resolve("lake").resolve(table);
    if (Files.notExists(tree)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
