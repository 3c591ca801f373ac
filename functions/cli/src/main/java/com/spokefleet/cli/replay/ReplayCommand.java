package com.spokefleet.cli.replay;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.ReplayConnections;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Destination;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.replay.archive.ArchiveReplay;
import com.spokefleet.replay.archive.ReplayState;
import com.spokefleet.replay.deadletter.DeadLetterReplay;
import com.spokefleet.replay.deadletter.DeadLetterSender;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import com.spokefleet.replay.tally.ReplayTally.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet replay}: sends again what was put aside on the way to a SIEM. */
@Command(
    name = "replay",
    description = {
      "Send events again that were put aside on their way to a SIEM:",
      "  --from backup   what Firehose could not transform or deliver, from its backup bucket",
      "  --from dlq      what EventBridge could not give to Firehose, from the dead-letter queue",
      "  --from archive  everything an org's bus received in a window, from its archive",
      "Begin with --dry-run. Interrupt it at any time and run it again: it goes on. Nothing is"
          + " deleted before all of it was sent. An event may arrive twice and has the same event_id"
          + " then. docs/OPERATIONS.md shows whole commands."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ReplayCommand implements Callable<Integer> {
  private final Wiring wiring;

  /** What is replayed. */
  enum From {
    BACKUP,
    DLQ,
    ARCHIVE
  }

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  private Path fleetFile;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PLACE",
      description = "backup, dlq or archive.")
  private From from;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Only what arrived from then on: 2026-11-20T12:00:00Z, or a UTC day.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Only what arrived before then.")
  private @Nullable Instant until;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "AWS region of bucket, queue, stream or archive (default: the hub's).")
  private @Nullable String region;

  @Option(names = "--dry-run", description = "Tell what would be sent, and change nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  @ArgGroup(exclusive = false, validate = false, heading = "%nOf --from backup:%n")
  private BackupOptions backup = new BackupOptions();

  @ArgGroup(exclusive = false, validate = false, heading = "%nOf --from dlq and archive:%n")
  private BusOptions bus = new BusOptions();

  public ReplayCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (since != null && until != null && !since.isBefore(until)) {
      throw invalid("Cannot replay from %s to %s: the end is first".formatted(since, until));
    }
    Fleet fleet = FleetParser.parse(fleetFile);
    String place = region == null ? fleet.hub().awsRegion() : region;
    ReplayConnections connections = wiring.replays(fleetFile, place);
    return switch (from) {
      case BACKUP -> show(fleet, backups(fleet, connections, place)).code();
      case DLQ -> show(fleet, deadLetters(connections)).code();
      case ARCHIVE -> archive(connections).code();
    };
  }

  private ReplayTally backups(Fleet fleet, ReplayConnections connections, String place) {
    Destination destination = destination(fleet);
    return new BackupRun(backup, connections, window(), dryRun)
        .replay(destination, place, wiring.clock().instant());
  }

  private Destination destination(Fleet fleet) {
    String name =
        Optional.ofNullable(backup.destination)
            .orElseThrow(() -> invalid("Cannot replay a backup without --destination"));
    return fleet.destinations().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "Cannot find destination %s in %s; it has %s"
                        .formatted(
                            name,
                            fleetFile,
                            fleet.destinations().stream().map(Destination::name).toList())));
  }

  private ReplayTally deadLetters(ReplayConnections connections) {
    String url =
        Optional.ofNullable(bus.queue)
            .orElseThrow(() -> invalid("Cannot replay dead letters without --queue URL"));
    ReplayTally tally = new ReplayTally();
    new DeadLetterReplay(
            connections.queue(url), new DeadLetterSender(connections::stream), window(), dryRun)
        .replay(tally);
    return tally;
  }

  private ExitCode archive(ReplayConnections connections) throws InterruptedException {
    if (bus.archive == null || since == null || until == null) {
      throw invalid("Cannot replay an archive without --archive NAME, --since and --until");
    }
    ArchiveReplay replay = connections.archive(bus.archive);
    ArchiveReplay.Result result;
    if (dryRun) {
      result = replay.look(since, until, bus.rules);
    } else {
      result = replay.await(replay.ensure(since, until, bus.rules), bus.wait);
    }
    if (json) {
      wiring.out().println(new JsonText().of(ReplayText.document(result, dryRun)));
    } else {
      ReplayText.lines(result, dryRun).forEach(wiring.out()::println);
    }
    return dryRun || result.state().phase() == ReplayState.Phase.COMPLETED
        ? ExitCode.OK
        : ExitCode.INCOMPLETE;
  }

  private ExitCode show(Fleet fleet, ReplayTally tally) {
    ReplayText text = new ReplayText(fleet, tally, dryRun, from == From.BACKUP);
    if (json) {
      wiring.out().println(new JsonText().of(text.document()));
    } else {
      text.lines().forEach(wiring.out()::println);
    }
    tally.reasons().keySet().forEach(wiring.err()::println);
    if (dryRun) {
      return ExitCode.OK;
    }
    if (tally.stopped().isPresent()) {
      return ExitCode.FAILED;
    }
    boolean done = tally.left() == 0 && tally.count(Source.UNREADABLE) == 0;
    return done && (from == From.BACKUP || tally.count(Fate.POISON) == 0)
        ? ExitCode.OK
        : ExitCode.INCOMPLETE;
  }

  private TimeWindow window() {
    return new TimeWindow(Optional.ofNullable(since), Optional.ofNullable(until));
  }

  private static CommandException invalid(String message) {
    return new CommandException(ExitCode.INVALID, message);
  }

  /** The options of {@code --from dlq} and {@code --from archive}. */
  static final class BusOptions {
    @Option(
        names = "--queue",
        paramLabel = "URL",
        description = "The dead-letter queue. Each event goes to the stream its message names.")
    @Nullable String queue;

    @Option(
        names = "--archive",
        paramLabel = "NAME",
        description =
            "The archive of the org's bus; EventBridge sends its events to the bus again. Needs"
                + " --since and --until.")
    @Nullable String archive;

    @Option(
        names = "--rule",
        paramLabel = "ARN",
        description = "Replay an archive to this rule only. Repeatable.")
    List<String> rules = List.of();

    @Option(
        names = "--wait",
        defaultValue = "10m",
        paramLabel = "TIME",
        description = "How long to wait for EventBridge's replay of an archive (default: 10m).")
    Duration wait;
  }
}
