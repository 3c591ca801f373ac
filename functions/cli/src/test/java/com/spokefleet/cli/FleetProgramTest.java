package com.spokefleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every command has in common: help, exit codes, errors; and the two that only look at a file.
 */
final class FleetProgramTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final Path EXAMPLE = Path.of("../../fleet.example.yaml");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void helpExplainsEveryExitCode(ExitCode exitCode) {
    CommandRun help = CommandRun.of(CLOCK, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("  " + exitCode.code() + "  " + exitCode.meaning());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"validate", "schema", "plan", "demo", "ingest", "kpi", "doctor", "onboard"})
  void everyCommandHasHelp(String command) {
    CommandRun help = CommandRun.of(CLOCK, command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: fleet " + command);
    assertThat(help.err()).isEmpty();
  }

  @Test
  void saysInOneLineWhatIsWrongWithTheCommandLine() {
    CommandRun run = CommandRun.of(CLOCK, "kpi", "--lake", ".", "--threshold", "soon");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("Cannot read 'soon' as a duration; write 30s, 15m, 1h or PT30S")
        .contains("fleet kpi --help")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesToRunWithoutACommand() {
    assertThat(CommandRun.of(CLOCK).exitCode()).isEqualTo(ExitCode.INVALID.code());
  }

  @Test
  void showsTheStackTraceOnlyWhenAskedFor() {
    CommandRun quiet = CommandRun.of(CLOCK, "kpi", "--lake", "nowhere");
    CommandRun debug = CommandRun.of(CLOCK, "kpi", "--lake", "nowhere", "--debug");

    assertThat(quiet.err()).isEqualTo("Cannot read the lake: there is no folder nowhere\n");
    assertThat(debug.err()).contains("\tat com.spokefleet.cli");
  }

  @Test
  void validatesTheExample() throws Exception {
    CommandRun run = CommandRun.of(CLOCK, "validate", EXAMPLE.toString());
    CommandRun json = CommandRun.of(CLOCK, "validate", "--json", EXAMPLE.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(EXAMPLE + ": valid\n");
    assertThat(json.json().path("valid").asBoolean()).isTrue();
    assertThat(json.json().path("problems")).isEmpty();
  }

  @Test
  void listsEveryProblemWhereItStands() throws Exception {
    Path file = folder.resolve("fleet.yaml");
    String example = Files.readString(EXAMPLE);
    Files.writeString(
        file,
        example
            .replaceFirst("residency: full", "residency: fulll")
            .replaceFirst("timeZone: Europe/Berlin", "timeZone: Europe/Berln"));
    long badZone = lineOf(Files.readString(file), "Europe/Berln");
    long badResidency = lineOf(Files.readString(file), "fulll");

    CommandRun run = CommandRun.of(CLOCK, "validate", file.toString());
    JsonNode json = CommandRun.of(CLOCK, "validate", file.toString(), "--json").json();

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(file + ":" + badZone + ":15 spokes[0].timeZone: "),
            line ->
                assertThat(line)
                    .startsWith(file + ":" + badResidency + ":16 spokes[1].residency: "),
            line -> assertThat(line).isEqualTo(file + ": 2 problems"));
    assertThat(json.path("problems")).hasSize(2);
    assertThat(json.path("problems").path(0).path("line").asLong()).isEqualTo(badZone);
  }

  @Test
  void namesAFileThatIsNotThere() {
    CommandRun run = CommandRun.of(CLOCK, "validate", "nowhere.yaml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.out()).contains("nowhere.yaml");
  }

  @Test
  void printsTheSchemaAndNothingElse() throws Exception {
    CommandRun run = CommandRun.of(CLOCK, "schema");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().path("$schema").asText()).contains("2020-12");
  }

  private static long lineOf(String text, String part) {
    return text.substring(0, text.indexOf(part)).lines().count();
  }
}
