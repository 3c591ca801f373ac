package com.spokefleet.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.FakeFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against fake orgs over HTTP. */
final class BackfillCommandTest {
  @TempDir private Path folder;

  @Test
  void tellsWhatItCostsAndReadsNothingUnlessToldTo() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north", "south")) {
      CommandRun run = backfill(fleet, "--all", "--from", "2026-11-19");

      assertThat(run.exitCode()).isEqualTo(ExitCode.NEEDS_CONFIRMATION.code());
      assertThat(run.err()).contains("north", "south", "Requests", "50%", "--yes");
      assertThat(files("conversations")).isZero();
    }
  }

  @Test
  void readsTheDaysOfSeveralOrgsAndThenHasNothingLeft() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north", "south")) {
      for (String org : new String[] {"north", "south"}) {
        fleet.org(org).jobs().availabilityLag(Duration.ofHours(6));
      }
      CommandRun run =
          backfill(fleet, "--org", "north,south", "--from", "2026-11-19", "--yes", "--json");

      assertThat(run.exitCode()).as(run.err()).isZero();
      for (JsonNode org : run.json().path("orgs")) {
        assertThat(org.path("status").asText()).isEqualTo("completed");
        assertThat(org.path("daysAhead").asInt()).isZero();
        assertThat(org.path("conversations").asLong()).isPositive();
      }
      assertThat(files("conversations")).isEqualTo(2);
    }
  }

  @Test
  void showsHowFarItIs() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      CommandRun run = backfill(fleet, "--org", "north", "--from", "2026-11-19", "--yes");
      assertThat(run.err()).contains("north  1 of 1 days", "complete");
    }
  }

  @Test
  void whatGenesysDoesNotHaveYetRemains() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      fleet.org("north").jobs().availabilityLag(Duration.ofDays(2));
      CommandRun run = backfill(fleet, "--org", "north", "--from", "2026-11-19", "--yes");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE.code());
      assertThat(run.err()).contains("wait for Genesys");
    }
  }

  @Test
  void refusesWhatMakesNoSense() throws Exception {
    try (FakeFleet fleet = FakeFleet.start(folder, "north")) {
      assertThat(backfill(fleet, "--org", "nowhere", "--from", "2026-11-19").exitCode())
          .isEqualTo(ExitCode.INVALID.code());
      assertThat(backfill(fleet, "--from", "2026-11-19").exitCode())
          .isEqualTo(ExitCode.INVALID.code());
      CommandRun backwards =
          backfill(fleet, "--org", "north", "--from", "2026-11-19", "--to", "2026-11-18");
      assertThat(backwards.err()).contains("the end is first");
    }
  }

  private CommandRun backfill(FakeFleet fleet, String... more) {
    Stream<String> given = Stream.of("backfill", "--fleet", fleet.file(), "--lake", lake());
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
