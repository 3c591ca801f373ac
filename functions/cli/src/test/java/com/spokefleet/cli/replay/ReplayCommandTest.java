package com.spokefleet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.telemetry.RecordedMetrics;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.datadog.DatadogFault;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.local.LocalStream;
import com.spokefleet.testing.stream.local.OrgConnection;
import com.spokefleet.testing.stream.splunk.HecFault;
import com.spokefleet.transform.TransformHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIEMs dead for long enough, and what {@code fleet replay} makes of what Firehose kept. */
final class ReplayCommandTest {
  private static final String ORG = "8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22";
  private static final String SOURCE = "aws.partner/genesys.com/cloud/" + ORG + "/test";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private VirtualClock clock;
  private LocalStream stream;
  private EventBus bus;
  private final Map<String, String> environment = new HashMap<>();
  private boolean transformFails;
  private int events;

  @BeforeEach
  void connect() throws IOException {
    clock = new VirtualClock(NOON);
    stream = new LocalStream(folder.resolve("backup"), "genesys", clock);
    bus =
        stream.connect(
            new OrgConnection(
                "north",
                SOURCE,
                Map.of("all", "{\"source\":[{\"prefix\":\"aws.partner/genesys.com\"}]}"),
                processor(new DestinationSettings.Splunk("soc", "genesys")),
                processor(new DestinationSettings.Datadog("ops"))));
    environment.put("SOC_TOKEN", LocalStream.HEC_TOKEN);
    environment.put("OPS_KEY", LocalStream.DATADOG_KEY);
    Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        name: test
        hub: {awsRegion: us-east-1, lakeBucket: test-lake}
        standards:
          serviceLevel: {percent: 80, threshold: 30s}
          currency: EUR
        taxonomy: {wrapups: []}
        destinations:
          - {name: soc, type: splunk, endpoint: "%s", token: "env:SOC_TOKEN", index: genesys}
          - {name: ops, type: datadog, site: datadoghq.eu, apiKey: "env:OPS_KEY"}
        spokes:
          - name: north
            orgId: %s
            genesysRegion: eu-west-1
            awsRegion: eu-west-1
            credentials: env:NORTH
            timeZone: UTC
            currency: EUR
            residency: full
            businessRegion: EMEA
        """
            .formatted(stream.splunk().address(), ORG));
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  @Test
  void aSiemDeadForTenMinutesHasEveryEventAfterAReplay() {
    send(20);
    pass(Duration.ofMinutes(3));
    stream.splunk().faults().always(HecFault.BUSY);
    stream.datadog().faults().always(DatadogFault.UNAVAILABLE);
    for (int minute = 0; minute < 10; minute++) {
      send(5);
      pass(Duration.ofMinutes(1));
    }
    stream.splunk().faults().always(HecFault.NONE);
    stream.datadog().faults().always(DatadogFault.NONE);
    pass(Duration.ofMinutes(10));
    int missing = events - stream.splunk().events().copies().size();
    assertThat(missing).as("events that Firehose gave up").isPositive();

    CommandRun dry = replay("soc", "--dry-run", "--json");
    assertThat(dry.exitCode()).as(dry.err()).isEqualTo(ExitCode.OK.code());
    assertThat(stream.splunk().events().copies()).hasSize(events - missing);

    CommandRun run = replay("soc", "--remove");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK.code());
    assertThat(run.out()).contains("north").contains("removed");
    clock.advance(Duration.ofMinutes(1));
    assertThat(stream.splunk().events().searchDistinct(event -> true)).hasSize(events);
    assertThat(stream.splunk().events().copies().keySet()).isEqualTo(bus.received());
    assertThat(stream.splunk().events().duplicates()).isZero();
    assertThat(stream.bucket().keys("north/splunk/splunk-failed/")).isEmpty();

    CommandRun datadog =
        replay("ops", "--prefix", "north/datadog/", "--endpoint", "" + stream.datadog().logs());
    assertThat(datadog.exitCode()).as(datadog.out() + datadog.err()).isEqualTo(ExitCode.OK.code());
    assertThat(stream.datadog().events().copies().keySet()).isEqualTo(bus.received());
    assertThat(replay("soc").out()).startsWith("Nothing to replay.");
  }

  /** The control: without the replay the events are missing for good. */
  @Test
  void withoutAReplayWhatFirehoseGaveUpIsMissing() {
    stream.splunk().faults().always(HecFault.BUSY);
    send(5);
    pass(Duration.ofMinutes(12));
    stream.splunk().faults().always(HecFault.NONE);
    pass(Duration.ofHours(1));

    assertThat(stream.splunk().events().copies()).isEmpty();
    assertThat(stream.bucket().keys("north/splunk/splunk-failed/")).isNotEmpty();
  }

  @Test
  void anEventPutBackOnTheStreamHasTheIdItHadTheFirstTime() throws IOException {
    transformFails = true;
    send(7);
    pass(Duration.ofMinutes(3));
    transformFails = false;
    assertThat(stream.bucket().keys("north/splunk/processing-failed/")).isNotEmpty();
    CommandRun unnamed = replay("soc");
    assertThat(unnamed.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(unnamed.err()).contains("name their Firehose stream with --stream");

    try (FakeFirehose firehose =
        new FakeFirehose(stream.path("north", LocalStream.SPLUNK).stream()::offer)) {
      CommandRun run = replay("soc", "--stream", "north-splunk", "--remove");
      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK.code());
      assertThat(firehose.streams()).containsOnly("north-splunk");
    }
    pass(Duration.ofMinutes(3));
    Set<String> ids = new HashSet<>();
    stream.splunk().events().all().forEach(event -> ids.add("" + event.eventId()));
    assertThat(ids).isEqualTo(bus.received());
    assertThat(stream.bucket().keys("north/splunk/processing-failed/")).isEmpty();
  }

  @Test
  void aSiemStillDeadIsOneClearSentence() {
    stream.splunk().faults().always(HecFault.BUSY);
    send(5);
    pass(Duration.ofMinutes(12));

    CommandRun run = replay("soc", "--remove");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
    assertThat(run.err()).startsWith("Cannot deliver to soc: HTTP 503").doesNotContain("\tat ");
    assertThat(run.out()).contains("Nothing that is left was deleted");
    assertThat(stream.bucket().keys("north/splunk/splunk-failed/")).isNotEmpty();
  }

  @Test
  void whatIsMissingOnTheCommandLineIsSaid() {
    assertThat(run("--from", "backup").err()).contains("without --destination");
    assertThat(run("--from", "backup", "--destination", "x").err()).contains("[soc, ops]");
    assertThat(run("--from", "dlq").err()).contains("without --queue URL");
    assertThat(run("--from", "archive").err()).contains("--archive NAME, --since and --until");
    assertThat(run("--from", "dlq", "--since", "yesterday").err())
        .contains("write 2026-11-20T12:00:00Z or 2026-11-20");
    assertThat(run("--from", "backup", "--destination", "soc").err())
        .contains("one of --bucket and --folder");
    environment.remove("SOC_TOKEN");
    stream.splunk().faults().always(HecFault.BUSY);
    send(1);
    pass(Duration.ofMinutes(12));
    assertThat(replay("soc").err()).contains("SOC_TOKEN is not set");
  }

  private CommandRun replay(String destination, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--from",
                "backup",
                "--destination",
                destination,
                "--folder",
                folder.resolve("backup").toString()));
    if (!Arrays.asList(more).contains("--prefix")) {
      arguments.addAll(List.of("--prefix", "north/splunk/"));
    }
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private CommandRun run(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--fleet", folder.resolve("fleet.yaml").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(clock, clock::advance, environment, arguments.toArray(String[]::new));
  }

  private void pass(Duration time) {
    stream.simulation().pass(time, STEP);
  }

  private void send(int count) {
    for (int index = 0; index < count; index++) {
      events++;
      bus.put(
          """
          {"version":"0","id":"%s","detail-type":"v2.audits.entitytype.{id}.entityid.{id}",\
          "source":"%s","account":"111122223333","time":"%s","region":"us-east-1",\
          "resources":[],"detail":{"topicName":"v2.audits.entitytype.Role.entityid.r",\
          "version":"2","eventBody":{"id":"a%d","eventTime":"%s","action":"Update",\
          "serviceName":"PeoplePermissions","entityType":"Role"},"metadata":{},\
          "timestamp":"%s"}}"""
              .formatted(
                  new UUID(7, events),
                  SOURCE,
                  clock.instant(),
                  events,
                  clock.instant(),
                  clock.instant()));
    }
  }

  private Processor processor(DestinationSettings destination) {
    TransformSettings settings =
        new TransformSettings(
            destination,
            List.of(new EventOrg(ORG, "north", "EMEA", PrivacyRules.strictest())),
            Optional.empty());
    RequestStreamHandler handler =
        new TransformHandler(
            Map.of(TransformHandler.SETTINGS, SettingsJson.write(settings)), new RecordedMetrics());
    return (invocation, reply) -> {
      if (transformFails) {
        throw new IOException("the function is broken");
      }
      handler.handleRequest(invocation, reply, null);
    };
  }
}
