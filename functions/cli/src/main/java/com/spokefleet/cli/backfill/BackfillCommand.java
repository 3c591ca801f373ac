package com.spokefleet.cli.backfill;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.ingest.LocalFunction;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.cli.terminal.LiveLines;
import com.spokefleet.cli.terminal.TextTable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet backfill}: reads start days again, whole, by asynchronous jobs. */
@Command(
    name = "backfill",
    description = {
      "Read days again, whole, from Genesys' asynchronous jobs, beside the ticks and within each"
          + " org's schedule.backfillShare of the rate limit.",
      "Interrupt it at any time and run it again: it goes on."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class BackfillCommand implements Callable<Integer> {
  /** Longer than a unit; the function ends a unit by itself. */
  private static final Duration INVOCATION = Duration.ofMinutes(2);

  private static final Duration ESTIMATE = Duration.ofMinutes(5);

  private final Wiring wiring;

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  private Path fleetFile;

  @ArgGroup(multiplicity = "1")
  private Orgs orgs;

  /** Which orgs. */
  static final class Orgs {
    @Option(names = "--org", split = ",", paramLabel = "NAME", description = "Names of spokes.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All spokes but metrics-only ones.")
    private boolean all;
  }

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the lake.")
  private Path lake;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DAY",
      description = "First UTC start day, yyyy-mm-dd.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last such day, included (default: yesterday).")
  private @Nullable LocalDate to;

  @Option(names = "--yes", description = "Begin at once; without it, only the cost is told.")
  private boolean confirmed;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  public BackfillCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Fleet fleet = FleetParser.parse(fleetFile);
    BackfillDays days = days();
    List<Spoke> spokes = orgs.all ? readable(fleet) : named(fleet);
    Path logFile = lake.resolve(".logs").resolve("backfill.log");
    Files.createDirectories(logFile.getParent());
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(logFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      if (!confirmed) {
        tellCost(spokes, days, log);
        wiring.err().println("Nothing was read. Add --yes to go on.");
        return ExitCode.NEEDS_CONFIRMATION.code();
      }
      List<BackfillState> ends = run(spokes, days, log);
      if (json) {
        wiring.out().println(new JsonText().of(BackfillText.document(ends)));
      } else {
        wiring.out().println("Log: " + logFile);
      }
      return exitCode(ends).code();
    }
  }

  private BackfillDays days() {
    LocalDate today = LocalDate.ofInstant(wiring.clock().instant(), ZoneOffset.UTC);
    LocalDate last = to == null ? today.minusDays(1) : to;
    if (last.isBefore(from)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read from " + from + " to " + last + ": the end is first");
    }
    return new BackfillDays(from, last);
  }

  private static List<Spoke> readable(Fleet fleet) {
    return fleet.spokes().stream().filter(spoke -> spoke.residency() == Residency.FULL).toList();
  }

  private List<Spoke> named(Fleet fleet) {
    List<Spoke> spokes = new ArrayList<>();
    for (String name : orgs.names) {
      Spoke spoke =
          fleet.spoke(name).orElseThrow(() -> CommandException.unknownOrg(fleetFile, fleet, name));
      if (spoke.residency() == Residency.METRICS_ONLY) {
        throw new CommandException(
            ExitCode.INVALID, "Cannot backfill " + name + ": its residency is metrics-only");
      }
      spokes.add(spoke);
    }
    return spokes;
  }

  private void tellCost(List<Spoke> spokes, BackfillDays days, PrintStream log) {
    TextTable table = new TextTable(1, 0, BackfillCost.titles());
    for (Spoke spoke : spokes) {
      new HistoryEstimator(
              LocalFunction.settings(wiring.environment(), fleetFile, spoke.name(), lake),
              wiring.clock(),
              wiring.sleeper(),
              log)
          .estimate(days.from(), days.to(), Deadline.after(ESTIMATE, wiring.clock()))
          .map(cost -> new BackfillCost(spoke.name(), cost, spoke.schedule().backfillPercent()))
          .ifPresent(cost -> table.row(cost.cells()));
    }
    wiring.err().println("Reading " + days.from() + " to " + days.to() + " costs about:");
    table.lines().forEach(wiring.err()::println);
  }

  /** All orgs at once, for each has a limit of its own. */
  private List<BackfillState> run(List<Spoke> spokes, BackfillDays days, PrintStream log)
      throws InterruptedException, IOException {
    LiveLines lines = new LiveLines(wiring.err(), wiring.interactive());
    List<Future<BackfillState>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Spoke spoke : spokes) {
        running.add(threads.submit(() -> run(spoke, days, lines, log)));
      }
      List<BackfillState> ends = new ArrayList<>();
      for (Future<BackfillState> org : running) {
        ends.add(org.get());
      }
      lines.end();
      return ends;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException fault ? fault : new IOException(failed);
    }
  }

  private BackfillState run(Spoke spoke, BackfillDays days, LiveLines lines, PrintStream log)
      throws IOException, InterruptedException {
    LocalFunction function =
        new LocalFunction(
            wiring.environment(),
            fleetFile,
            spoke.name(),
            lake,
            wiring.clock(),
            wiring.sleeper(),
            log);
    OrgBackfill backfill =
        new OrgBackfill(
            () -> BackfillUnit.of(function.report(days.request(), INVOCATION)),
            wiring.clock(),
            wiring.sleeper());
    BackfillState end =
        backfill.run(
            BackfillState.begun(spoke.name(), days.count()), state -> show(lines, state, true));
    show(lines, end, false);
    return end;
  }

  private void show(LiveLines lines, BackfillState state, boolean passing) {
    if (!json) {
      lines.set(state.org(), BackfillText.line(state) + (passing ? " …" : ""), passing);
    }
  }

  private static ExitCode exitCode(List<BackfillState> ends) {
    if (ends.stream().anyMatch(end -> end.status() == BackfillUnit.Status.FAILED)) {
      return ExitCode.FAILED;
    }
    boolean whole =
        ends.stream()
            .allMatch(end -> end.status() == BackfillUnit.Status.COMPLETED && end.daysAhead() == 0);
    return whole ? ExitCode.OK : ExitCode.INCOMPLETE;
  }
}
