package com.spokefleet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.replay.backup.BackupArea;
import com.spokefleet.replay.backup.BackupBucket;
import com.spokefleet.replay.backup.BackupReplay;
import com.spokefleet.replay.backup.ReplayRules;
import com.spokefleet.replay.delivery.DatadogIntake;
import com.spokefleet.replay.delivery.IntakeHttp;
import com.spokefleet.replay.delivery.IntakeTarget;
import com.spokefleet.replay.delivery.Retry;
import com.spokefleet.replay.delivery.SplunkIntake;
import com.spokefleet.replay.delivery.StreamTarget;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import com.spokefleet.testing.stream.account.StreamAccount;
import com.spokefleet.testing.stream.account.StreamPath;
import com.spokefleet.testing.stream.account.StreamSimulation;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.bus.EventSink.Offer;
import com.spokefleet.testing.stream.datadog.DatadogFault;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.local.LocalStream;
import com.spokefleet.testing.stream.local.OrgConnection;
import com.spokefleet.testing.stream.splunk.HecFault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An org's events through rules, streams and the real transformation, while a SIEM is dead for ten
 * minutes or the processor fails: after a replay every event is there.
 */
final class KilledSiemTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration SPAN = Duration.ofMinutes(30);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ORG = "amer";

  @TempDir private Path folder;

  private final VirtualClock clock = new VirtualClock(START);
  private final HttpClient client = IntakeHttp.newClient();
  private final Retry retry = Retry.patient(new Random(7), clock::advance);
  private FakeGenesysCloud cloud;
  private LocalStream local;
  private List<EmittedEvent> events;
  private int told;
  private EventBus bus;
  private boolean processorFails;

  @BeforeEach
  void connect() {
    cloud =
        FakeGenesysCloud.start(
            List.of(
                FakeOrgSettings.named(ORG, 7, START.minus(Duration.ofHours(12)))
                    .conversationsPerDay(2_000)
                    .volume(Volume.EVEN)
                    .build()),
            Clock.fixed(START.plus(SPAN), ZoneOffset.UTC));
    FakeOrg org = cloud.org(ORG);
    events = org.events(START);
    local = new LocalStream(folder.resolve("backup"), "genesys", clock);
    bus =
        local.connect(
            new OrgConnection(
                ORG,
                org.eventSource(),
                Map.of(
                    "siem",
                    OrgRules.of(new OrgBus(org.eventSource(), false, false))
                        .getFirst()
                        .pattern()
                        .json()),
                processor(org, new DestinationSettings.Splunk("soc", "genesys")),
                processor(org, new DestinationSettings.Datadog("ops"))));
  }

  @AfterEach
  void close() {
    local.close();
    cloud.close();
    client.close();
  }

  @Test
  void killingSplunkForTenMinutesLosesNothingAfterReplay() throws IOException {
    run(Duration.ofMinutes(8));
    local.splunk().faults().always(HecFault.DOWN);
    run(Duration.ofMinutes(10));
    local.splunk().faults().always(HecFault.NONE);

    StreamAccount before = drained(LocalStream.SPLUNK);
    assertThat(before.deadLettered()).as("without a replay").isPositive();
    assertThat(drained(LocalStream.DATADOG).deadLettered()).isZero();
    replay("splunk/splunk-failed/", BackupArea.Kind.DELIVERY_FAILED, toSplunk());
    assertEverythingIsThere(LocalStream.SPLUNK, before);
  }

  @Test
  void killingDatadogForTenMinutesLosesNothingAfterReplay() throws IOException {
    run(Duration.ofMinutes(8));
    local.datadog().faults().always(DatadogFault.DOWN);
    run(Duration.ofMinutes(10));
    local.datadog().faults().always(DatadogFault.NONE);

    StreamAccount before = drained(LocalStream.DATADOG);
    assertThat(before.deadLettered()).as("without a replay").isPositive();
    replay("datadog/http-endpoint-failed/", BackupArea.Kind.DELIVERY_FAILED, toDatadog());
    assertEverythingIsThere(LocalStream.DATADOG, before);
  }

  @Test
  void aProcessorThatFailsForTenMinutesLosesNothingAfterReplay() throws IOException {
    run(Duration.ofMinutes(8));
    processorFails = true;
    run(Duration.ofMinutes(10));
    processorFails = false;

    StreamAccount before = drained(LocalStream.SPLUNK);
    assertThat(before.deadLettered()).as("without a replay").isPositive();
    replay("splunk/processing-failed/", BackupArea.Kind.PROCESSING_FAILED, toStream());
    assertEverythingIsThere(LocalStream.SPLUNK, before);
  }

  /** Puts what the org tells in this time on its bus, second by second. */
  private void run(Duration time) {
    StreamSimulation simulation = local.simulation();
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      while (told < events.size() && !events.get(told).at().isAfter(clock.instant())) {
        bus.put(events.get(told).json());
        told++;
      }
      simulation.work(SECOND);
    }
    simulation.requireBalance();
  }

  private StreamAccount drained(String destination) {
    assertThat(local.simulation().drain(Duration.ofMinutes(20), SECOND)).isTrue();
    return local.path(ORG, destination).account();
  }

  private void assertEverythingIsThere(String destination, StreamAccount before) {
    StreamAccount after = drained(destination);
    assertThat(after.delivered()).isEqualTo(before.delivered() + before.deadLettered());
    assertThat(after.dropped()).containsOnlyKeys(StreamPath.NO_RULE);
    assertThat(after.deadLettered()).isZero();
    assertThat(after.duplicates()).isZero();
    assertThat(after.isBalanced()).isTrue();
  }

  private void replay(String prefix, BackupArea.Kind kind, Target target) throws IOException {
    FolderObjectStore store = new FolderObjectStore(local.bucket().folder());
    ReplayTally tally = new ReplayTally();
    new BackupReplay(
            new BackupBucket(store, store, Files.createDirectory(folder.resolve("scratch"))),
            new ReplayRules(TimeWindow.ALL, false, false),
            "run-1")
        .replay(new BackupArea(ORG + "/" + prefix, kind), target, tally);
    assertThat(tally.stopped()).isEmpty();
    assertThat(tally.left()).isZero();
  }

  private Target toSplunk() {
    return new IntakeTarget(
        "soc",
        new SplunkIntake(
            local.splunk().address(),
            () -> LocalStream.HEC_TOKEN,
            new UUID(1, 1),
            new IntakeHttp(client),
            clock,
            retry),
        retry);
  }

  private Target toDatadog() {
    return new IntakeTarget(
        "ops",
        new DatadogIntake(
            local.datadog().logs(), () -> LocalStream.DATADOG_KEY, new IntakeHttp(client)),
        retry);
  }

  private Target toStream() {
    return new StreamTarget(
        "amer-splunk",
        records -> {
          records.forEach(
              record ->
                  assertThat(local.path(ORG, LocalStream.SPLUNK).stream().offer(record))
                      .isEqualTo(Offer.ACCEPTED));
          return records.stream().map(record -> Optional.<String>empty()).toList();
        },
        retry);
  }

  private Processor processor(FakeOrg org, DestinationSettings destination) {
    EventOrg known = new EventOrg(org.orgId(), ORG, "AMER", new PrivacyRules(Map.of(), false));
    BatchTransformer transformer =
        new TransformSettings(destination, List.of(known), Optional.empty())
            .transformer(where -> new byte[0]);
    return (invocation, reply) -> {
      if (processorFails) {
        throw new IOException("as told");
      }
      byte[] request = invocation.readAllBytes();
      transformer.transform(request, request.length, reply);
    };
  }
}
