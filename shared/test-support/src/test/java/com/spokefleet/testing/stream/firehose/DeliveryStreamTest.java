package com.spokefleet.testing.stream.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.Events;
import com.spokefleet.testing.stream.WrappingProcessor;
import com.spokefleet.testing.stream.account.StreamAccount;
import com.spokefleet.testing.stream.account.StreamPath;
import com.spokefleet.testing.stream.account.StreamSimulation;
import com.spokefleet.testing.stream.bus.BusTarget;
import com.spokefleet.testing.stream.bus.DeadLetter;
import com.spokefleet.testing.stream.datadog.DatadogFault;
import com.spokefleet.testing.stream.local.LocalStream;
import com.spokefleet.testing.stream.local.OrgConnection;
import com.spokefleet.testing.stream.splunk.HecFault;
import com.spokefleet.testing.stream.splunk.HecToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One org's way to both SIEMs, and what goes wrong on it. */
final class DeliveryStreamTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String ORG = "amer";
  private static final String LAMBDA =
      "arn:aws:lambda:us-east-1:111122223333:function:transform:$LATEST";

  @TempDir private Path folder;

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final WrappingProcessor toSplunk = WrappingProcessor.forSplunk(clock);
  private final WrappingProcessor toDatadog = WrappingProcessor.forDatadog(clock);
  private LocalStream local;
  private StreamSimulation simulation;

  @BeforeEach
  void connect() {
    local = new LocalStream(folder, "genesys", clock);
    local.connect(
        new OrgConnection(ORG, Events.SOURCE, Map.of("siem", Events.PATTERN), toSplunk, toDatadog));
    simulation = local.simulation();
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void eventsAreSearchableInBothSiemsWithin90Seconds() {
    for (int second = 0; second < 200; second++) {
      put(second);
      simulation.step(SECOND);
    }
    assertThat(simulation.drain(Duration.ofMinutes(3), SECOND)).isTrue();

    for (StreamPath path : simulation.paths()) {
      assertThat(path.account())
          .isEqualTo(
              new StreamAccount(
                  ORG, path.destination(), 200, 200, new TreeMap<>(), 0, 0, 0, Set.of()));
      assertThat(path.latencies()).hasSize(200);
      assertThat(path.latencies().getLast())
          .isBetween(Duration.ofSeconds(60), SECOND.multipliedBy(90));
      assertThat(path.stream().invocations()).isBetween(18L, 30L);
    }
    assertThat(local.splunk().requests()).isLessThan(8);
  }

  @Test
  void aSizeHandsABufferOnBeforeItsTime() {
    String big = Events.audit("big", 1).replace("View", "x".repeat(900_000));
    local.bus(ORG).put(big);
    simulation.step(SECOND);
    assertThat(splunk().stream().invocations()).isEqualTo(1);
    for (int other = 2; other < 8; other++) {
      local.bus(ORG).put(Events.audit("big", other).replace("View", "x".repeat(900_000)));
    }
    simulation.pass(SECOND.multipliedBy(4), SECOND);
    assertThat(local.splunk().events().size()).as("5 MiB").isEqualTo(6);
    assertThat(local.datadog().events().size()).as("small ones").isZero();
  }

  @Test
  void aRecordOver1000KibCanOnlyBeADeadLetter() {
    local.bus(ORG).put(Events.audit("big", 1).replace("View", "x".repeat(1_030_000)));
    simulation.step(SECOND);

    assertThat(splunk().deadLetters().messages())
        .extracting(DeadLetter::attributes)
        .allSatisfy(attributes -> assertThat(attributes).containsEntry("RETRY_ATTEMPTS", "0"));
    assertThat(splunk().account().deadLettered()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "THROWS,Lambda.FunctionError,4",
    "TOO_MUCH,Lambda.FunctionError,4",
    "TOO_SLOW,Lambda.FunctionTimedOut,4",
    "NO_JSON,Lambda.JsonProcessingException,4",
    "LEAVES_ONE_OUT,Lambda.MissingRecordId,4",
    "ANSWERS_ONE_TWICE,Lambda.DuplicatedRecordId,4",
    "FAILS_RECORDS,Lambda.ProcessingFailedStatus,1"
  })
  void aBatchThatCannotBeProcessedIsBackedUpUntransformed(
      WrappingProcessor.Fault fault, String code, int attempts) {
    toSplunk.faults().next(attempts, fault);
    put(1);
    put(2);
    Instant put = clock.instant();
    simulation.pass(MINUTE.multipliedBy(2), SECOND);

    List<FailedRecord> failed = local.bucket().records(ORG + "/splunk/processing-failed/");
    assertThat(failed).hasSize(2);
    FailedRecord first = failed.getFirst();
    assertThat(first.errorCode()).isEqualTo(code);
    assertThat(first.attemptsMade()).isEqualTo(attempts);
    assertThat(first.more()).isEqualTo(Map.of("lambdaArn", LAMBDA));
    assertThat(first.arrival()).isEqualTo(put.plus(SECOND));
    assertThat(first.attemptEnding()).isAfter(first.arrival());
    assertThat(new String(first.rawData(), StandardCharsets.UTF_8)).isEqualTo(Events.audit("a", 1));
    assertThat(splunk().account().deadLettered()).isEqualTo(2);
    assertThat(datadog().account().delivered()).isEqualTo(2);
  }

  @Test
  void aProcessorThatFailsThreeTimesIsCalledAFourthTime() {
    toSplunk.faults().next(3, WrappingProcessor.Fault.THROWS);
    put(1);
    simulation.pass(MINUTE.multipliedBy(2), SECOND);

    assertThat(splunk().account().delivered()).isEqualTo(1);
    assertThat(splunk().stream().invocations()).isEqualTo(4);
  }

  @Test
  void whatTheProcessorDropsIsCounted() {
    toSplunk.faults().next(1, WrappingProcessor.Fault.DROPS_RECORDS);
    put(1);
    local.bus(ORG).put(Events.event("v2.users.{id}.presence", "p-1"));
    simulation.pass(MINUTE.multipliedBy(2), SECOND);

    assertThat(splunk().account().dropped())
        .isEqualTo(Map.of(DeliveryStream.PROCESSOR, 1L, StreamPath.NO_RULE, 1L));
    assertThat(datadog().account().dropped()).isEqualTo(Map.of(StreamPath.NO_RULE, 1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = HecFault.class,
      names = {"DOWN", "BUSY", "INTERNAL_ERROR", "TOO_LARGE"})
  void aSplunkThatStaysDownGetsNothingAndTheBucketAllOfItTransformed(HecFault fault) {
    local.splunk().faults().always(fault);
    put(1);
    simulation.pass(MINUTE.multipliedBy(9), SECOND);

    List<FailedRecord> failed = local.bucket().records(ORG + "/splunk/splunk-failed/");
    assertThat(failed).hasSize(1);
    assertThat(failed.getFirst().errorCode()).startsWith("Splunk.");
    assertThat(failed.getFirst().attemptsMade()).isGreaterThan(5);
    assertThat(failed.getFirst().more()).containsOnlyKeys("EventId");
    assertThat(EventIds.of(failed.getFirst().rawData())).hasValue(Events.id("a", 1));
    assertThat(splunk().account().deadLettered()).isEqualTo(1);
    assertThat(local.bucket().keys(ORG + "/splunk/splunk-failed/2026/11/20/12/amer-splunk-1-2026-"))
        .hasSize(1);
    assertThat(datadog().account().delivered()).isEqualTo(1);
  }

  @Test
  void aSplunkThatComesBackInTimeGetsEverythingOnce() {
    local.splunk().faults().always(HecFault.DOWN);
    put(1);
    simulation.pass(MINUTE.multipliedBy(4), SECOND);
    local.splunk().faults().always(HecFault.NONE);
    simulation.pass(MINUTE.multipliedBy(3), SECOND);

    assertThat(splunk().account().delivered()).isEqualTo(1);
    assertThat(splunk().account().duplicates()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = HecFault.class,
      names = {"NEVER_ACKNOWLEDGED", "ANSWER_LOST", "SLOW"})
  void whatWasIndexedWithoutAWordIsSentAgain(HecFault fault) {
    local.splunk().faults().next(1, fault);
    put(1);
    simulation.pass(MINUTE.multipliedBy(6), SECOND);

    assertThat(splunk().account().delivered()).isEqualTo(1);
    assertThat(splunk().account().duplicates()).isEqualTo(1);
    assertThat(splunk().stream().delivered()).containsExactly(Events.id("a", 1));
    assertThat(local.bucket().keys("")).isEmpty();
  }

  @Test
  void withoutIndexerAcknowledgementNothingIsDelivered() {
    local.splunk().use(HecToken.of(LocalStream.HEC_TOKEN, "genesys").withoutAcknowledgement());
    put(1);
    simulation.pass(MINUTE.multipliedBy(8), SECOND);

    assertThat(local.bucket().records(ORG + "/splunk/").getFirst().errorCode())
        .isEqualTo("Splunk.DisabledAck");
  }

  @ParameterizedTest
  @EnumSource(
      value = DatadogFault.class,
      names = {"DOWN", "UNAVAILABLE", "TOO_MANY_REQUESTS"})
  void aDatadogThatStaysDownGetsNothingAndTheBucketAllOfIt(DatadogFault fault) {
    local.datadog().faults().always(fault);
    put(1);
    simulation.pass(MINUTE.multipliedBy(9), SECOND);

    List<FailedRecord> failed = local.bucket().records(ORG + "/datadog/http-endpoint-failed/");
    assertThat(failed).hasSize(1);
    assertThat(failed.getFirst().errorCode()).startsWith("HttpEndpoint.");
    assertThat(datadog().account().deadLettered()).isEqualTo(1);
    assertThat(splunk().account().delivered()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = DatadogFault.class,
      names = {"ANSWER_LOST", "SLOW", "OTHER_REQUEST_ID", "NOT_JSON", "ACCEPTED"})
  void onlyAnAnswer200WithItsOwnIdIsSuccessToFirehose(DatadogFault fault) {
    local.datadog().faults().next(1, fault);
    put(1);
    simulation.pass(MINUTE.multipliedBy(6), SECOND);

    assertThat(datadog().account().delivered()).isEqualTo(1);
    assertThat(datadog().account().duplicates()).isEqualTo(1);
    assertThat(local.bucket().keys("")).isEmpty();
  }

  @Test
  void whatDatadogRefusesWith413IsGoneAndCountedByName() {
    local.datadog().faults().next(1, DatadogFault.TOO_LARGE);
    put(1);
    simulation.pass(MINUTE.multipliedBy(6), SECOND);

    assertThat(datadog().account().dropped())
        .isEqualTo(Map.of(HttpEndpointDestination.TOO_LARGE, 1L));
    assertThat(local.bucket().keys("")).isEmpty();
  }

  @Test
  void withNeitherSiemNorBucketAStreamKeepsEventsForADay() {
    local.bucket().available(false);
    local.splunk().faults().always(HecFault.DOWN);
    toDatadog.faults().next(4, WrappingProcessor.Fault.THROWS);
    put(1);
    simulation.pass(Duration.ofHours(12), MINUTE);
    assertThat(splunk().account().inFlight()).isEqualTo(1);
    assertThat(datadog().account().inFlight()).isEqualTo(1);
    put(2);
    simulation.pass(Duration.ofHours(13), MINUTE);

    assertThat(splunk().account().dropped()).isEqualTo(Map.of(DeliveryStream.RETENTION, 1L));
    assertThat(datadog().account().dropped()).isEqualTo(Map.of(DeliveryStream.RETENTION, 1L));
    local.splunk().faults().always(HecFault.NONE);
    assertThat(simulation.drain(Duration.ofMinutes(10), SECOND)).isTrue();
    assertThat(splunk().account().delivered()).isEqualTo(1);
  }

  @Test
  void aStreamThatThrottlesIsTriedAgainByTheBusAndOneThatDeniesIsNot() {
    splunk().stream().faults().always(StreamFault.THROTTLED);
    datadog().stream().faults().next(1, StreamFault.DENIED);
    put(1);
    simulation.pass(MINUTE.multipliedBy(30), SECOND);
    assertThat(splunk().account().inFlight()).isEqualTo(1);
    assertThat(datadog().account().deadLettered()).isEqualTo(1);

    splunk().stream().faults().always(StreamFault.NONE);
    assertThat(simulation.drain(MINUTE.multipliedBy(15), SECOND)).isTrue();
    assertThat(splunk().account().delivered()).isEqualTo(1);
  }

  /** The negative control of dead-letter queues. */
  @Test
  void withoutADeadLetterQueueEventsVanish() {
    BusTarget bare = splunk().target().withoutDeadLetters();
    local.bus(ORG).rule("bare", "{\"detail-type\":[\"v2.operations.events.{id}\"]}", bare);
    splunk().stream().faults().always(StreamFault.THROTTLED);
    local.bus(ORG).put(Events.event("v2.operations.events.{id}", "o-1"));
    simulation.pass(Duration.ofHours(25), MINUTE);

    assertThat(splunk().account().dropped()).isEqualTo(Map.of(StreamPath.NO_QUEUE, 1L));
    assertThat(splunk().deadLetters().messages()).isEmpty();
    assertThat(local.bucket().keys("")).isEmpty();
  }

  private void put(long number) {
    local.bus(ORG).put(Events.audit("a", number));
  }

  private StreamPath splunk() {
    return local.path(ORG, LocalStream.SPLUNK);
  }

  private StreamPath datadog() {
    return local.path(ORG, LocalStream.DATADOG);
  }
}
