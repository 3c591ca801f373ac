package com.spokefleet.cli.ingest;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.HistoryEstimator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet ingest}: reads one org into a lake in a folder, until nothing remains. */
@Command(
    name = "ingest",
    description = {
      "Read one org into a lake on this machine, with the function that AWS runs.",
      "Without --dataset, whatever is due. Interrupt it at any time and run it again: it goes on."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class IngestCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  private Path fleetFile;

  @Option(names = "--org", required = true, paramLabel = "NAME", description = "Name of the spoke.")
  private String org;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the lake.")
  private Path lake;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "Run this dataset now, due or not: conversation-details, conversation-counts or"
              + " configuration. Repeatable.")
  private List<String> datasets = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First UTC start day to read again, yyyy-mm-dd.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last such day, included (default: today).")
  private @Nullable LocalDate to;

  @Option(
      names = "--timeout",
      defaultValue = "15m",
      paramLabel = "TIME",
      description = "Longest time of one run; there are as many as needed (default: 15m).")
  private Duration timeout;

  @Option(names = "--yes", description = "Read more history than fleet.yaml's, whatever it costs.")
  private boolean confirmed;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  public IngestCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException {
    Fleet fleet = FleetParser.parse(fleetFile);
    Spoke spoke =
        fleet.spoke(org).orElseThrow(() -> CommandException.unknownOrg(fleetFile, fleet, org));
    Optional<IngestRequest.Days> days = days();
    IngestRequest request = new IngestRequest(datasets, days);
    Path logFile = lake.resolve(".logs").resolve(org + ".log");
    Files.createDirectories(logFile.getParent());
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(logFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      if (!mayRead(spoke, days, log)) {
        return ExitCode.NEEDS_CONFIRMATION.code();
      }
      LocalFunction function =
          new LocalFunction(
              wiring.environment(),
              fleetFile,
              spoke.name(),
              lake,
              wiring.clock(),
              wiring.sleeper(),
              log);
      IngestResult result =
          new RunsUntilComplete(function, timeout).execute(request, this::showProgress);
      show(result, logFile);
      return exitCode(result).code();
    }
  }

  /** Tells the cost of an unusually long history; false if somebody has to agree to it first. */
  private boolean mayRead(Spoke spoke, Optional<IngestRequest.Days> days, PrintStream log) {
    boolean untouched = wiring.lake(lake).holdsNothingOf(spoke.orgId());
    Optional<IngestRequest.Days> costly =
        new HistoryQuestion(today()).beyondFree(days, spoke.schedule(), untouched);
    if (costly.isEmpty() || spoke.residency() == Residency.METRICS_ONLY) {
      return true;
    }
    HistoryEstimator estimator =
        new HistoryEstimator(
            LocalFunction.settings(wiring.environment(), fleetFile, spoke.name(), lake),
            wiring.clock(),
            wiring.sleeper(),
            log);
    IngestRequest.Days history = costly.get();
    estimator
        .estimate(history.from(), history.to(), Deadline.after(timeout, wiring.clock()))
        .ifPresent(
            cost ->
                HistoryQuestion.describe(spoke.name(), history, cost)
                    .forEach(wiring.err()::println));
    if (!confirmed) {
      wiring.err().println("Nothing was read. Add --yes to go on.");
    }
    return confirmed;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(wiring.clock().instant(), ZoneOffset.UTC);
  }

  private Optional<IngestRequest.Days> days() {
    if (from == null && to == null) {
      return Optional.empty();
    }
    if (from == null) {
      throw new CommandException(ExitCode.INVALID, "Cannot read up to " + to + " without --from");
    }
    LocalDate last = to == null ? today() : to;
    if (last.isBefore(from)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read from " + from + " to " + last + ": the end is first");
    }
    return Optional.of(new IngestRequest.Days(from, last));
  }

  private void showProgress(IngestResult sum) {
    if (!json) {
      IngestText.progress(org, sum).forEach(wiring.err()::println);
    }
  }

  private void show(IngestResult result, Path logFile) {
    if (json) {
      wiring.out().println(new JsonText().of(IngestText.document(org, result)));
    } else {
      IngestText.table(result).forEach(wiring.out()::println);
      wiring.out().println();
      wiring.out().println("Log: " + logFile);
    }
  }

  private static ExitCode exitCode(IngestResult result) {
    return switch (result.status()) {
      case COMPLETED -> ExitCode.OK;
      case FAILED -> ExitCode.FAILED;
      case INCOMPLETE, BUSY -> ExitCode.INCOMPLETE;
    };
  }
}
