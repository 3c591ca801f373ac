package com.spokefleet.cli.kpi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet kpi}: the executives' figures per org and for the fleet, read from the lake. */
@Command(
    name = "kpi",
    description = {
      "Show the executives' figures per org and for all orgs together.",
      "Figures are added up first and divided last; what is not known is shown as –, never as 0.",
      "The column of what was answered in time is of every medium and by start day. The service"
          + " level stands in the tables below: at each queue's own target, and by the one rule"
          + " that all orgs are compared by."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class KpiCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the lake.")
  private Path lake;

  @Option(names = "--from", paramLabel = "DAY", description = "First UTC start day, yyyy-mm-dd.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last UTC start day, included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--threshold",
      defaultValue = "30s",
      paramLabel = "TIME",
      description = "What was answered within this time has a column of its own (default: 30s).")
  private Duration threshold;

  @Option(
      names = "--by",
      defaultValue = "org",
      paramLabel = "org|queue|media|day",
      description = "Break each org down (default: org, that is not at all).")
  private Grouping grouping;

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  public KpiCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(lake)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read the lake: there is no folder " + lake);
    }
    Window window = new Window(Optional.ofNullable(from), Optional.ofNullable(to));
    if (from != null && to != null && to.isBefore(from)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot report from " + from + " to " + to + ": the end is first");
    }
    KpiReport report = wiring.lake(lake).kpis().read(window, threshold, grouping);
    OccupancyTable occupancy =
        new OccupancyTable(report, wiring.lake(lake).occupancy().read(report.from(), report.to()));
    ServiceLevelTable levels =
        new ServiceLevelTable(wiring.lake(lake).serviceLevels().read(window));
    RevenueReport revenue = wiring.lake(lake).revenue().read(window);
    if (json) {
      ObjectNode document = KpiJson.of(report);
      occupancy.addTo(document);
      document.set("serviceLevels", levels.json());
      document.set("revenue", RevenueJson.of(revenue));
      wiring.out().println(new JsonText().of(document));
      return ExitCode.OK.code();
    }
    if (report.orgs().isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED, "Cannot report: no org has been read into " + lake + " yet");
    }
    wiring.out().println("Start days " + report.from() + " to " + report.to() + " (UTC)");
    wiring.out().println();
    new KpiTable(report).lines().forEach(wiring.out()::println);
    occupancy.lines().forEach(wiring.out()::println);
    List<String> lines = levels.lines();
    if (!lines.isEmpty()) {
      wiring.out().println();
      wiring
          .out()
          .println("By the UTC day of the answer or abandon; callbacks left out of the fleet's");
      lines.forEach(wiring.out()::println);
    }
    List<String> money = new RevenueText(revenue).lines();
    if (!money.isEmpty()) {
      wiring.out().println();
      money.forEach(wiring.out()::println);
    }
    return ExitCode.OK.code();
  }
}
