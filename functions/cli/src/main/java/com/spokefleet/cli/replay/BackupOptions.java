package com.spokefleet.cli.replay;

import com.spokefleet.config.Destination;
import com.spokefleet.replay.backup.BackupArea;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where backups are, and where they go; the options of {@code --from backup}. */
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class BackupOptions {
  @Option(
      names = "--destination",
      paramLabel = "NAME",
      description = "Destination of fleet.yaml that the records were meant for.")
  @Nullable String destination;

  @Option(names = "--bucket", paramLabel = "NAME", description = "Firehose's backup bucket.")
  @Nullable String bucket;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "A copy of the bucket on this machine, in place of --bucket.")
  @Nullable Path folder;

  @Option(
      names = "--prefix",
      defaultValue = "",
      paramLabel = "PREFIX",
      description = "What comes before the prefixes below, such as north/splunk/.")
  String prefix;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description =
          "The Firehose stream that records go back to whose transformation failed: its name, or"
              + " its ARN.")
  @Nullable String stream;

  @Option(
      names = "--processing-failed-prefix",
      defaultValue = "processing-failed/",
      paramLabel = "PREFIX",
      description =
          "Records whose transformation failed; they go back to the stream (default:"
              + " processing-failed/).")
  String processingFailed;

  @Option(
      names = "--delivery-failed-prefix",
      paramLabel = "PREFIX",
      description =
          "Records whose delivery failed; they go to the destination as they are (default:"
              + " splunk-failed/ or http-endpoint-failed/).")
  @Nullable String deliveryFailed;

  @Option(
      names = "--source-prefix",
      paramLabel = "PREFIX",
      description =
          "A backup of all records as they came; they go back to the stream. Only if given.")
  @Nullable String source;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Send to this address in place of the destination's own.")
  @Nullable URI endpoint;

  @Option(
      names = "--remove",
      description =
          "Remove an object once all of it was sent. Without it objects stay until they expire, and"
              + " a second run knows what was sent.")
  boolean removes;

  /** What there is to look at; what goes back to the stream comes last. */
  List<BackupArea> areas(Destination to) {
    List<BackupArea> areas = new ArrayList<>();
    String failed =
        deliveryFailed != null
            ? deliveryFailed
            : switch (to) {
              case Destination.Splunk splunk -> "splunk-failed/";
              case Destination.Datadog datadog -> "http-endpoint-failed/";
            };
    areas.add(new BackupArea(failed, BackupArea.Kind.DELIVERY_FAILED));
    areas.add(new BackupArea(processingFailed, BackupArea.Kind.PROCESSING_FAILED));
    if (source != null) {
      areas.add(new BackupArea(source, BackupArea.Kind.SOURCE));
    }
    return areas;
  }
}
