package com.spokefleet.cli.replay;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.ReplayConnections;
import com.spokefleet.config.Destination;
import com.spokefleet.replay.backup.BackupArea;
import com.spokefleet.replay.backup.BackupBucket;
import com.spokefleet.replay.backup.BackupReplay;
import com.spokefleet.replay.backup.ReplayRules;
import com.spokefleet.replay.deadletter.StreamArn;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Replays the areas of a backup bucket that hold anything. */
final class BackupRun {
  private final BackupOptions options;
  private final ReplayConnections connections;
  private final TimeWindow window;
  private final boolean dryRun;

  BackupRun(
      BackupOptions options, ReplayConnections connections, TimeWindow window, boolean dryRun) {
    this.options = options;
    this.connections = connections;
    this.window = window;
    this.dryRun = dryRun;
  }

  ReplayTally replay(Destination destination, String region, Instant now) {
    BackupReplay replay =
        new BackupReplay(
            bucket(),
            new ReplayRules(window, dryRun, options.removes),
            now + " " + UUID.randomUUID());
    ReplayTally tally = new ReplayTally();
    for (BackupArea area : options.areas(destination)) {
      int objects = replay.objects(area).size();
      if (objects > 0) {
        Target target =
            switch (area.kind()) {
              case DELIVERY_FAILED ->
                  connections.destination(destination, Optional.ofNullable(options.endpoint));
              case PROCESSING_FAILED, SOURCE -> stream(area, objects, region);
            };
        replay.replay(area, target, tally);
      }
    }
    return tally;
  }

  private Target stream(BackupArea area, int objects, String region) {
    String name =
        Optional.ofNullable(options.stream)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.INVALID,
                        "Cannot put %d objects under %s back: name their Firehose stream with"
                                .formatted(objects, options.prefix + area.prefix())
                            + " --stream"));
    return connections.stream(StreamArn.of(name).orElseGet(() -> new StreamArn(region, name)));
  }

  private BackupBucket bucket() {
    if (!options.prefix.isEmpty() && !options.prefix.endsWith("/")) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot use the prefix %s: it must end with a slash".formatted(options.prefix));
    }
    if (options.bucket != null && options.folder == null) {
      return connections.bucket(options.bucket, options.prefix);
    }
    if (options.folder == null || options.bucket != null) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot replay a backup without one of --bucket and --folder");
    }
    if (!Files.isDirectory(options.folder)) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read the backup: there is no folder " + options.folder);
    }
    return connections.folder(options.folder.resolve(options.prefix));
  }
}
