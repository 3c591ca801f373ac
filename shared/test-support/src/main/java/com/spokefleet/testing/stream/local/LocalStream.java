package com.spokefleet.testing.stream.local;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.account.StreamPath;
import com.spokefleet.testing.stream.account.StreamSimulation;
import com.spokefleet.testing.stream.bus.DeadLetterQueue;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.datadog.DatadogServer;
import com.spokefleet.testing.stream.firehose.BackupBucket;
import com.spokefleet.testing.stream.firehose.DeliveryStream;
import com.spokefleet.testing.stream.firehose.Destination;
import com.spokefleet.testing.stream.firehose.HttpEndpointDestination;
import com.spokefleet.testing.stream.firehose.HttpSender;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.firehose.SplunkDestination;
import com.spokefleet.testing.stream.firehose.StreamSettings;
import com.spokefleet.testing.stream.intake.EventStore;
import com.spokefleet.testing.stream.splunk.HecToken;
import com.spokefleet.testing.stream.splunk.SplunkServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Splunk, a Datadog and a backup bucket on this machine, and for every org a bus with a delivery
 * stream and a dead-letter queue to each SIEM. Not thread-safe.
 */
public final class LocalStream implements AutoCloseable {
  /** The name of the path to Splunk. */
  public static final String SPLUNK = "splunk";

  /** The name of the path to Datadog. */
  public static final String DATADOG = "datadog";

  public static final String HEC_TOKEN = "11111111-2222-4333-8444-555555555555";
  public static final String DATADOG_KEY = "0123456789abcdef";
  private static final String REGION = "us-east-1";

  private final VirtualClock clock;
  private final SplunkServer splunk;
  private final DatadogServer datadog;
  private final HttpSender sender;
  private final BackupBucket bucket;
  private final Map<String, EventBus> buses = new TreeMap<>();
  private final List<StreamPath> paths = new ArrayList<>();
  private Duration retryDuration = Duration.ofSeconds(300);

  /**
   * Starts both SIEMs.
   *
   * @param backup the bucket's folder
   * @param index where Splunk keeps the events
   */
  public LocalStream(Path backup, String index, VirtualClock clock) {
    this.clock = clock;
    this.splunk = SplunkServer.start(clock, HecToken.of(HEC_TOKEN, index));
    this.datadog = DatadogServer.start(clock, DATADOG_KEY);
    this.sender = new HttpSender(clock);
    this.bucket = new BackupBucket(backup, clock);
  }

  /**
   * For how long the streams of orgs connected from now on try a batch again; 300 s unless told.
   */
  public void retriesFor(Duration duration) {
    retryDuration = duration;
  }

  /** Gives an org a bus, its rules, and a stream to each SIEM. */
  public EventBus connect(OrgConnection connection) {
    EventBus bus = new EventBus(connection.eventSource(), clock);
    StreamPath toSplunk =
        path(
            connection.org(),
            SPLUNK,
            bus,
            connection.toSplunk(),
            SplunkDestination.usual(sender, splunk.address(), HEC_TOKEN).retryingFor(retryDuration),
            splunk.events());
    StreamPath toDatadog =
        path(
            connection.org(),
            DATADOG,
            bus,
            connection.toDatadog(),
            HttpEndpointDestination.usual(sender, datadog.firehose(), DATADOG_KEY)
                .retryingFor(retryDuration),
            datadog.events());
    connection
        .patterns()
        .forEach((rule, pattern) -> bus.rule(rule, pattern, toSplunk.target(), toDatadog.target()));
    buses.put(connection.org(), bus);
    paths.add(toSplunk);
    paths.add(toDatadog);
    return bus;
  }

  private StreamPath path(
      String org,
      String name,
      EventBus bus,
      Processor processor,
      Destination destination,
      EventStore store) {
    StreamSettings settings =
        StreamSettings.named(org + "-" + name, REGION).prefix(org + "/" + name + "/");
    return new StreamPath(
        org,
        name,
        bus,
        new DeliveryStream(settings, processor, destination, bucket, clock),
        new DeadLetterQueue(),
        store);
  }

  /** The passage of time over all that is connected by now. */
  public StreamSimulation simulation() {
    return new StreamSimulation(clock, paths);
  }

  public VirtualClock clock() {
    return clock;
  }

  public EventBus bus(String org) {
    EventBus bus = buses.get(org);
    if (bus == null) {
      throw new IllegalArgumentException("Cannot find the bus of " + org);
    }
    return bus;
  }

  /** The way of an org's events to one SIEM. */
  public StreamPath path(String org, String destination) {
    return paths.stream()
        .filter(path -> path.org().equals(org) && path.destination().equals(destination))
        .findFirst()
        .orElseThrow();
  }

  public SplunkServer splunk() {
    return splunk;
  }

  public DatadogServer datadog() {
    return datadog;
  }

  public BackupBucket bucket() {
    return bucket;
  }

  @Override
  public void close() {
    sender.close();
    splunk.close();
    datadog.close();
  }
}
