package com.spokefleet.cli.demo;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet demo}: the whole main job on this machine, against orgs that know the truth. */
@Command(
    name = "demo",
    description = {
      "See the fleet at work: fake Genesys Cloud orgs on this machine, read over HTTP by the"
          + " function",
      "that AWS runs, landed as Parquet, proven complete, and held against what the orgs know to be"
          + " true.",
      "Then the orgs' clock runs on, a minute per second, until Ctrl-C; with --once the demo ends."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class DemoCommand implements Callable<Integer> {
  private static final int MOST_ORGS = 50;

  private final Wiring wiring;

  @Option(
      names = "--days",
      defaultValue = "7",
      paramLabel = "N",
      description = "Days of history of each org (default: 7).")
  private int days;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Decides everything that happens in the orgs (default: 42).")
  private long seed;

  @Option(
      names = "--orgs",
      defaultValue = "3",
      paramLabel = "N",
      description = "Number of orgs; the first is metrics-only (default: 3).")
  private int orgs;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Conversations per day of each org (default: 1000).")
  private int rate;

  @Option(
      names = "--out",
      defaultValue = "fleet-demo",
      paramLabel = "DIR",
      description = "Folder for fleet.yaml, lake and logs; made anew (default: fleet-demo).")
  private Path folder;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "The orgs' clock at the start, such as 2026-11-20T12:00:00Z (default: now).")
  private @Nullable Instant asOf;

  @Option(names = "--once", description = "End after the report.")
  private boolean once;

  public DemoCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireWithin("--days", days, 365);
    requireWithin("--orgs", orgs, MOST_ORGS);
    requireWithin("--rate", rate, 1_000_000);
    Instant start = asOf == null ? wiring.clock().instant() : asOf;
    DemoSettings settings =
        new DemoSettings(days, seed, orgs, rate, folder, start.truncatedTo(ChronoUnit.MINUTES));
    DemoFolder.prepare(folder);
    try (Demo demo = Demo.start(settings, wiring)) {
      boolean equal = demo.readAndReport();
      if (!once) {
        demo.runOn();
      }
      return (equal ? ExitCode.OK : ExitCode.FAILED).code();
    }
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot use %s=%d: it must be between 1 and %,d".formatted(option, value, most));
    }
  }
}
