package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.lake.landed.LandedPartition;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.testing.stream.bus.PutEventsServer;
import com.spokefleet.testing.stream.bus.PutEventsServer.Fault;
import com.spokefleet.testing.stream.bus.PutEventsServer.Taken;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Landed partitions on an event bus: what an event says, and what is told again. */
final class EventBridgeLandingsTest {
  private static final String ORG_ID = "6f0e4c1a-0000-4000-8000-00000000c0de";
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-01");
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final EventBusArn BUS =
      EventBusArn.parse("arn:aws:events:us-west-2:111122223333:event-bus/spokefleet-fleet")
          .orElseThrow();

  private final PutEventsServer bus = new PutEventsServer();
  private final List<Duration> pauses = new ArrayList<>();

  @AfterEach
  void stop() {
    bus.close();
  }

  @Test
  void anEventTellsWhichPartitionItIsAndHowItStands() {
    LandedPartition day = landed(1).getFirst();
    LandedPartition dimension =
        new LandedPartition(
            Partition.perOrg("dim_queue", ORG_ID), "cafe", Optional.empty(), "run-1");

    assertThat(channel().tell(List.of(day, dimension), WITHIN)).isEmpty();

    assertThat(bus.taken())
        .extracting(Taken::region, Taken::bus, Taken::source, Taken::detailType)
        .containsOnly(tuple("us-west-2", BUS.arn(), "spokefleet", "Partition Landed"));
    assertThat(bus.taken().getFirst().detail().toString())
        .isEqualTo(
            "{\"org\":\"emea\",\"org_id\":\"%s\",\"table\":\"conversations\",\"day\":\"2026-11-01\","
                    .formatted(ORG_ID)
                + "\"key\":\"conversations/org_id=%s/day=2026-11-01/part.parquet\","
                    .formatted(ORG_ID)
                + "\"sha256\":\"0\",\"status\":\"settled\",\"run_id\":\"run-1\"}");
    JsonNode other = bus.taken().getLast().detail();
    assertThat(other.has("day") || other.has("status")).isFalse();
  }

  @Test
  void tenAreToldAtATime() {
    assertThat(channel().tell(landed(25), WITHIN)).isEmpty();

    assertThat(bus.faults().happened(Fault.NONE)).isEqualTo(3);
    assertThat(hashes()).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aCallThatFailsForAMomentIsRepeated() {
    bus.faults().next(1, Fault.UNAVAILABLE);

    assertThat(channel().tell(landed(11), WITHIN)).isEmpty();
    assertThat(hashes()).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void onlyEntriesThatWereRefusedAreToldAgain() {
    bus.faults().next(2, Fault.FIRST_ENTRY_FAILS);

    assertThat(channel().tell(landed(4), WITHIN)).isEmpty();

    assertThat(hashes()).containsExactly("1", "2", "3", "0");
    assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void anEntryThatIsAlwaysRefusedIsHandedBackWithItsReason() {
    bus.faults().always(Fault.FIRST_ENTRY_FAILS);
    List<LandedPartition> landed = landed(2);

    Map<LandedPartition, String> refused = channel().tell(landed, WITHIN);

    assertThat(refused)
        .isEqualTo(
            Map.of(
                landed.getFirst(),
                "Cannot put an event on " + BUS.arn() + ": ThrottlingException"));
  }

  @Test
  void aBusThatDeniesIsNotAskedForEachOfTheOthers() {
    bus.faults().always(Fault.DENIED);

    Map<LandedPartition, String> refused = channel().tell(landed(30), WITHIN);

    assertThat(refused).hasSize(30);
    assertThat(refused.values())
        .allMatch(reason -> reason.contains("HTTP 400 AccessDeniedException"));
    assertThat(bus.faults().happened(Fault.DENIED)).isEqualTo(1);
  }

  @Test
  void anEventWhoseAnswerWasLostIsToldTwiceRatherThanNever() {
    bus.faults().next(1, Fault.ANSWER_LOST);

    assertThat(channel().tell(landed(1), WITHIN)).isEmpty();
    assertThat(hashes()).containsExactly("0", "0");
  }

  @Test
  void onlyTheArnOfABusIsOne() {
    assertThat(EventBusArn.parse("arn:aws-us-gov:events:us-gov-west-1:111122223333:event-bus/a"))
        .map(EventBusArn::region)
        .contains("us-gov-west-1");
    assertThat(EventBusArn.parse("arn:aws:events:us-west-2:111122223333:rule/a")).isEmpty();
    assertThat(EventBusArn.parse("fleet")).isEmpty();
  }

  private List<String> hashes() {
    return bus.taken().stream().map(taken -> taken.detail().path("sha256").asText()).toList();
  }

  private static List<LandedPartition> landed(int partitions) {
    return IntStream.range(0, partitions)
        .mapToObj(
            index ->
                new LandedPartition(
                    Partition.daily("conversations", ORG_ID, FIRST_DAY.plusDays(index)),
                    "" + index,
                    Optional.of(ProofStatus.SETTLED),
                    "run-1"))
        .toList();
  }

  private EventBridgeLandings channel() {
    return new EventBridgeLandings(
        new StreamClients(Region.of(BUS.region()))
            .eventBridgeBuilder()
            .endpointOverride(bus.address())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build(),
        BUS,
        "emea",
        pauses::add);
  }
}
