package com.spokefleet.cli;

import com.spokefleet.aws.AwsClients;
import com.spokefleet.aws.EventArchive;
import com.spokefleet.aws.FirehoseStream;
import com.spokefleet.aws.QueuedMessage;
import com.spokefleet.aws.S3ObjectStore;
import com.spokefleet.aws.Sleeper;
import com.spokefleet.aws.SqsQueue;
import com.spokefleet.aws.StoreRetry;
import com.spokefleet.aws.StreamClients;
import com.spokefleet.config.Destination;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.replay.archive.Archive;
import com.spokefleet.replay.archive.ArchiveReplay;
import com.spokefleet.replay.archive.ReplayState;
import com.spokefleet.replay.backup.BackupBucket;
import com.spokefleet.replay.deadletter.DeadLetter;
import com.spokefleet.replay.deadletter.DeadLetters;
import com.spokefleet.replay.deadletter.StreamArn;
import com.spokefleet.replay.delivery.DatadogIntake;
import com.spokefleet.replay.delivery.IntakeHttp;
import com.spokefleet.replay.delivery.IntakeTarget;
import com.spokefleet.replay.delivery.Retry;
import com.spokefleet.replay.delivery.SplunkIntake;
import com.spokefleet.replay.delivery.StreamTarget;
import com.spokefleet.replay.delivery.Target;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.regions.Region;

/** What a replay reads from and sends to. Clients are made when asked for, and live as the run. */
public final class ReplayConnections {
  private static final Duration WAIT_FOR_MESSAGES = Duration.ofSeconds(5);

  /** Longer than it takes to put ten events on a stream, however often that is tried. */
  private static final Duration MESSAGES_HIDDEN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Sleeper sleeper;
  private final SecretStore secrets;
  private final Region region;
  private final RandomGenerator random = new SecureRandom();

  ReplayConnections(Clock clock, Sleeper sleeper, SecretStore secrets, String region) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.secrets = secrets;
    this.region = Region.of(region);
  }

  public BackupBucket bucket(String name, String prefix) {
    S3ObjectStore store =
        new S3ObjectStore(
            new AwsClients(region).s3(), name, prefix, StoreRetry.standard(random, sleeper));
    return new BackupBucket(store, store, scratch());
  }

  public BackupBucket folder(Path folder) {
    FolderObjectStore store = new FolderObjectStore(folder);
    return new BackupBucket(store, store, scratch());
  }

  /** A stream by where it is. */
  public Target stream(StreamArn stream) {
    FirehoseStream firehose =
        new FirehoseStream(new StreamClients(Region.of(stream.region())).firehose(), stream.name());
    return new StreamTarget(stream.name(), firehose::put, retry());
  }

  /**
   * A destination of fleet.yaml; its secret is read with each request.
   *
   * @param endpoint in place of the destination's own
   */
  public Target destination(Destination destination, Optional<URI> endpoint) {
    IntakeHttp http = new IntakeHttp(IntakeHttp.newClient());
    return switch (destination) {
      case Destination.Splunk splunk ->
          new IntakeTarget(
              splunk.name(),
              new SplunkIntake(
                  endpoint.orElse(splunk.endpoint()),
                  () -> secrets.token(splunk.token(), "hec_token"),
                  new UUID(random.nextLong(), random.nextLong()),
                  http,
                  clock,
                  retry()),
              retry());
      case Destination.Datadog datadog ->
          new IntakeTarget(
              datadog.name(),
              new DatadogIntake(
                  endpoint.orElseGet(() -> DatadogIntake.endpoint(datadog.site())),
                  () -> secrets.token(datadog.apiKey(), "api_key"),
                  http),
              retry());
    };
  }

  public DeadLetters queue(String url) {
    SqsQueue queue = new SqsQueue(new StreamClients(region).sqs(), url);
    return new DeadLetters() {
      @Override
      public List<DeadLetter> receive() {
        return queue.receive(WAIT_FOR_MESSAGES, MESSAGES_HIDDEN).stream()
            .map(ReplayConnections::letter)
            .toList();
      }

      @Override
      public Set<String> delete(List<String> receipts) {
        return queue.delete(receipts);
      }
    };
  }

  public ArchiveReplay archive(String name) {
    EventArchive events = new EventArchive(new StreamClients(region).eventBridge(), name);
    Archive archive =
        new Archive() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Optional<ReplayState> describe(String replay) {
            return events
                .describe(replay)
                .map(
                    state ->
                        new ReplayState(
                            ReplayState.phase(state.state()), state.reason(), state.lastEvent()));
          }

          @Override
          public void start(String replay, Instant from, Instant to, List<String> ruleArns) {
            events.start(replay, from, to, ruleArns);
          }
        };
    return new ArchiveReplay(archive, sleeper);
  }

  private static DeadLetter letter(QueuedMessage message) {
    return new DeadLetter(
        message.id(),
        message.receipt(),
        message.body(),
        message.attributes().getOrDefault(DeadLetter.TARGET_ARN, ""),
        message.attributes().getOrDefault(DeadLetter.ERROR_CODE, ""));
  }

  private Retry retry() {
    return Retry.patient(random, sleeper);
  }

  private static Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
