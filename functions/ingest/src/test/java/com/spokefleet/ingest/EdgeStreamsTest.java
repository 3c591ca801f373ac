package com.spokefleet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.events.topic.TopicCatalogue;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.edge.EdgeJson;
import com.spokefleet.testing.edge.TrueEdgeMetrics;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.stream.firehose.PutRecordBatchServer;
import com.spokefleet.testing.stream.firehose.PutRecordBatchServer.Fault;
import com.spokefleet.testing.stream.firehose.PutRecordBatchServer.Taken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polled measurements of Edges on the org's streams: as if Genesys had told them, and once. */
class EdgeStreamsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String EDGES = "{\"datasets\": [\"edge-metrics\"]}";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private PutRecordBatchServer firehose;
  private AwsAt aws;

  @BeforeEach
  void serve() {
    firehose = new PutRecordBatchServer();
    aws = new AwsAt(firehose.address());
  }

  @AfterEach
  void stop() {
    aws.close();
    firehose.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "metrics-only"})
  void theTransformationMakesOfThemWhatItMakesOfGenesysOwn(String residency) throws IOException {
    try (SmallFleet fleet = fleet(residency)) {
      fleet.invoke("emea", EDGES);
      FakeOrg org = fleet.org("emea");
      Map<String, TrueEdgeMetrics> truth = new TreeMap<>();
      org.edges().at(List.of(NOW)).forEach(edge -> truth.put(edge.edgeId(), edge));

      List<JsonNode> delivered = transformed(firehose.taken("north"));
      assertThat(delivered).hasSize(truth.size()).hasSizeGreaterThan(2);
      for (JsonNode splunk : delivered) {
        JsonNode event = splunk.path("event");
        TrueEdgeMetrics edge = Objects.requireNonNull(truth.remove(event.path("edge_id").asText()));
        assertThat(event.path("topic").asText())
            .isEqualTo("v2.telephony.providers.edges.{id}.metrics");
        assertThat(event.path("org_name").asText()).isEqualTo("emea");
        assertThat(event.path("cpu_load_percent").asLong()).isEqualTo(edge.activePercent());
        assertThat(event.path("mem").asLong()).isEqualTo(edge.memoryTotal() >> 20);
        assertThat(event.path("storage").asLong()).isEqualTo(2 * edge.diskTotal() >> 20);
        assertThat(event.path("thruput").asLong())
            .isEqualTo(edge.sentBytesPerSecond() + edge.receivedBytesPerSecond());
        assertThat(event.path("dest").asText()).isEqualTo(EdgeJson.name(edge.edgeId()));
        assertThat(Math.round(1000 * splunk.path("time").asDouble()))
            .isEqualTo(edge.at().toEpochMilli());
        assertThat(splunk.path("sourcetype").asText())
            .isEqualTo("genesyscloud:eventbridge:edge:metrics");
        assertThat(event.has("edge_self_uri")).isFalse();
      }
      assertThat(truth).isEmpty();
      assertThat(TopicCatalogue.find("v2.telephony.providers.edges.{id}.metrics")).isPresent();
    }
  }

  @Test
  void aMeasurementIsPutOnceOnEveryStreamInTheOrgsRegion() {
    try (SmallFleet fleet = fleet("full")) {
      fleet.org("emea").edges().firstIsOfflineSince(NOW.minus(Duration.ofHours(1)));
      for (int tick = 0; tick < 3; tick++) {
        fleet.invoke("emea", EDGES);
        fleet.invoke("emea", EDGES);
        fleet.coldStart("emea");
        fleet.clock().advance(Duration.ofMinutes(5));
      }

      for (String stream : List.of("north", "south")) {
        List<Taken> taken = firehose.taken(stream);
        assertThat(taken).extracting(Taken::region).containsOnly("eu-central-1");
        assertThat(ids(taken)).as("one of an Edge that stopped, and of the others").hasSize(7);
        assertThat(taken).hasSize(7);
      }
      assertThat(LoggedMetrics.of(fleet.log()).sum("edge_events_put")).isEqualTo(14);
      assertThat(LoggedMetrics.of(fleet.log()).sum("edge_events_failed")).isZero();
    }
  }

  @Test
  void whatAStreamRefusesForAMomentIsPutAgainAndNothingElse() {
    try (SmallFleet fleet = fleet("full")) {
      firehose.faults().next(1, Fault.FIRST_RECORD_FAILS);
      firehose.faults().next(1, Fault.UNAVAILABLE);
      fleet.invoke("emea", EDGES);

      assertThat(firehose.taken("north")).hasSize(3);
      assertThat(ids(firehose.taken("north"))).hasSize(3);
      assertThat(firehose.taken("south")).hasSize(3);
    }
  }

  @Test
  void aStreamThatTakesNothingFailsNeitherTheLandingNorTheOtherStream() {
    try (SmallFleet fleet = fleet("full")) {
      firehose.faults().next(1, Fault.DENIED);
      JsonNode report = fleet.invoke("emea", EDGES);

      assertThat(report.path("status").asText()).isEqualTo("completed");
      assertThat(EdgeMetricsTest.edges(report).path("landed").asInt()).isEqualTo(3);
      assertThat(firehose.taken("north")).isEmpty();
      assertThat(firehose.taken("south")).hasSize(3);
      assertThat(LoggedMetrics.of(fleet.log()).sum("edge_events_failed")).isEqualTo(3);
      assertThat(fleet.log()).contains("on stream north: HTTP 400 AccessDeniedException");

      fleet.invoke("emea", EDGES);
      assertThat(firehose.taken("north")).as("it still is the latest").hasSize(3);
      assertThat(firehose.taken("south")).hasSize(3);
    }
  }

  /** Nobody knows whether it is in the stream; the same id tells the SIEM that it is the same. */
  @Test
  void afterALostAnswerAMeasurementComesAgainUnderItsId() {
    try (SmallFleet fleet = fleet("full")) {
      firehose.faults().next(1, Fault.ANSWER_LOST);
      fleet.invoke("emea", EDGES);
      fleet.invoke("emea", EDGES);

      List<Taken> taken = firehose.taken("north");
      assertThat(taken).hasSize(6);
      assertThat(ids(taken)).hasSize(3);
      assertThat(taken.stream().map(record -> new String(record.data(), UTF_8)).distinct())
          .hasSize(3);
    }
  }

  /** The control: an Edge that stopped would be put with every run. */
  @Test
  void withoutRememberingWhatWasPutItIsPutAgain() {
    try (SmallFleet fleet = fleet("full")) {
      fleet.withStores(
          store -> store,
          store -> new ForgetfulCheckpoints(store, "edge-streams/", Optional.empty()));
      fleet.invoke("emea", EDGES);
      fleet.invoke("emea", EDGES);

      assertThat(firehose.taken("north")).hasSize(6);
      assertThat(ids(firehose.taken("north"))).hasSize(3);
    }
  }

  private static Set<String> ids(List<Taken> taken) {
    Set<String> ids = new TreeSet<>();
    taken.forEach(record -> ids.add(read(record.data()).path("id").asText()));
    return ids;
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException malformed) {
      throw new AssertionError("Cannot read what was put", malformed);
    }
  }

  /** What the transformation of the org's own stream, made by fleet.yaml, hands to Splunk. */
  private List<JsonNode> transformed(List<Taken> taken) throws IOException {
    Spoke spoke = FleetParser.parse(folder.resolve("fleet.yaml")).spoke("emea").orElseThrow();
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("soc", "genesys"),
            FleetEvents.orgs(FleetParser.parse(folder.resolve("fleet.yaml"))),
            spoke.eventPrivacy().hashKey());
    List<String> records = new ArrayList<>();
    for (Taken record : taken) {
      records.add(
          "{\"recordId\":\"%d\",\"data\":\"%s\"}"
              .formatted(records.size(), Base64.getEncoder().encodeToString(record.data())));
    }
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    byte[] batch =
        "{\"invocationId\":\"1\",\"records\":[%s]}"
            .formatted(String.join(",", records))
            .getBytes(UTF_8);
    settings.transformer(where -> new byte[0]).transform(batch, batch.length, reply);
    List<JsonNode> delivered = new ArrayList<>();
    for (JsonNode record : read(reply.toByteArray()).path("records")) {
      assertThat(record.path("result").asText()).isEqualTo("Ok");
      delivered.add(read(record.path("data").binaryValue()));
    }
    return delivered;
  }

  private SmallFleet fleet(String residency) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 41, Instant.parse("2026-11-18T00:00:00Z"))
            .conversationsPerDay(0)
            .build();
    SmallFleet fleet =
        new SmallFleet(
            folder,
            new VirtualClock(NOW),
            List.of(org),
            Map.of("emea", "    residency: " + residency + "\n    polls: [edge-metrics]\n"));
    fleet.variable(IngestEnvironment.EDGE_STREAMS, "north,south");
    return fleet;
  }
}
