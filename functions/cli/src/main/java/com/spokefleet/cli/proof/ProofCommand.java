package com.spokefleet.cli.proof;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.kpi.Window;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.FleetParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet proof}: what the lake can show for its completeness, without asking Genesys. */
@Command(
    name = "proof",
    description = {
      "Show per org, table and day what proves the lake complete: its own counts beside those of",
      "the query, the asynchronous job and the aggregates. Asks nobody but the lake.",
      "Days in a row that are alike share a line; – is unknown, which is not 0. A + behind what the",
      "lake holds are records in quarantine. A finding of −3: the lake holds 3 fewer than it should."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ProofCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the lake.")
  private Path lake;

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = {
        "A fleet.yaml: what it says is read of an org, statuses of agents and what `polls` lists,",
        "has to be there every day as well."
      })
  private @Nullable Path fleetFile;

  @Option(
      names = "--org",
      split = ",",
      paramLabel = "ORG",
      description = "Only these orgs, by name or id (default: all).")
  private List<String> orgs = new ArrayList<>();

  @Option(names = "--from", paramLabel = "DAY", description = "First UTC day, yyyy-mm-dd.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last UTC day, included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--verify",
      description = "Read every object: hash its bytes and count its rows and units.")
  private boolean verify;

  @Option(
      names = "--tolerance",
      defaultValue = "0",
      paramLabel = "N",
      description = "Let the settled days of a table differ by so many in all (default: 0).")
  private long tolerance;

  @Option(
      names = "--by-day",
      description = "A line per day, with its age and the start of its SHA-256.")
  private boolean byDay;

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  public ProofCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(lake)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read the lake: there is no folder " + lake);
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot report from " + from + " to " + to + ": the end is first");
    }
    Window window = new Window(Optional.ofNullable(from), Optional.ofNullable(to));
    ProofReport report =
        wiring.lake(lake).proofReports().read(orgs, window, expected(), tolerance, verify);
    if (report.orgs().isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          orgs.isEmpty()
              ? "Cannot prove anything: no org has been read into " + lake + " yet"
              : "Cannot find " + String.join(", ", orgs) + " in " + lake);
    }
    if (json) {
      wiring.out().println(new JsonText().of(ProofJson.of(report)));
    } else {
      new ProofText(report, byDay).lines().forEach(wiring.out()::println);
    }
    return (report.isSound() ? ExitCode.OK : ExitCode.NOT_PROVEN).code();
  }

  private ExpectedTables expected() {
    return fleetFile == null
        ? ExpectedTables.none()
        : ExpectedTables.of(FleetParser.parse(fleetFile));
  }
}
