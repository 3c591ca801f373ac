package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.ledger.EmissionKey;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFact;
import com.spokefleet.testing.ledger.TrueFigures;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fake says in aggregates, against the ledger and against what the API would refuse. */
final class AggregatesQueryTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20_261_121L);
  private static final String INTERVAL = "2026-11-09T00:00:00.000Z/2026-11-12T00:00:00.000Z";
  private static final String NAMED =
      """
      "metrics":["nOffered","tAnswered","tAbandon","tShortAbandon","tFlowOut","tHandle","tAcw",\
      "nOverSla","oServiceLevel"]""";
  private static final String GROUPED = "\"groupBy\":[\"queueId\",\"mediaType\"]";
  private static final String VIEW =
      """
      "views":[{"target":"tAnswered","name":"within20","function":"rangeBound",\
      "range":{"gte":0,"lt":20001}}]""";

  private final SettableClock clock = new SettableClock("2026-11-11T15:07:00Z");
  private FakeGenesysCloud cloud;
  private FakeOrg org;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", SEED, Instant.parse("2026-11-09T00:00:00Z"))
            .conversationsPerDay(300)
            .queues(5)
            .requestsPerMinute(100_000)
            .build();
    cloud = FakeGenesysCloud.start(List.of(settings), clock);
    org = cloud.org("emea");
    client = new ApiClient(org).signedIn();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void everyFigureStandsInTheHalfHourOfItsEmissionAsTheLedgerHasIt() throws Exception {
    // The ledger is told a moment, the query sees it less the ingestion lag.
    Instant visible = clock.instant().minus(org.settings().ingestionLag());
    Map<EmissionKey, TrueFigures> truth = org.ledger().emitted(visible);
    Map<EmissionKey, JsonNode> served = served(ask("PT30M", GROUPED, NAMED, VIEW));

    Set<EmissionKey> compared = new HashSet<>();
    truth.forEach(
        (key, figures) -> {
          if (key.queueId() != null && key.interval().isBefore(clock.instant())) {
            assertThat(served).as("seed %d", SEED).containsKey(key);
            JsonNode data = Objects.requireNonNull(served.get(key));
            assertThat(count(data, "tAnswered")).as("%s", key).isEqualTo(figures.answered());
            assertThat(sum(data, "tAnswered")).as("%s", key).isEqualTo(figures.answerWaitMillis());
            assertThat(count(data, "nOffered")).as("%s", key).isEqualTo(figures.offered());
            assertThat(count(data, "tAbandon")).as("%s", key).isEqualTo(figures.abandoned());
            assertThat(sum(data, "tAbandon")).as("%s", key).isEqualTo(figures.abandonWaitMillis());
            assertThat(count(data, "tShortAbandon"))
                .as("%s", key)
                .isEqualTo(figures.shortAbandoned());
            assertThat(count(data, "tFlowOut")).as("%s", key).isEqualTo(figures.flowedOut());
            assertThat(count(data, "tHandle")).as("%s", key).isEqualTo(figures.handled());
            assertThat(sum(data, "tHandle")).as("%s", key).isEqualTo(figures.handleMillis());
            assertThat(sum(data, "tAcw")).as("%s", key).isEqualTo(figures.acwMillis());
            assertThat(stats(data.path("views"), "name", "within20").path("count").asLong())
                .as("%s", key)
                .isEqualTo(figures.answeredWithin(Duration.ofSeconds(20)));
            compared.add(key);
          }
        });
    assertThat(compared).as("seed %d", SEED).hasSizeGreaterThan(100);
    Map<EmissionKey, JsonNode> invented = new HashMap<>(served);
    invented.keySet().removeAll(truth.keySet());
    assertThat(invented.values()).allMatch(data -> count(data, "tAnswered") == 0);
  }

  /** The ledger's emissions, told by somebody who reads the instants in the served records. */
  @Test
  void theLedgersEmissionsAreThoseOfTheServedRecords() throws Exception {
    clock.advance(Duration.ofDays(8));
    client.signedIn();
    Instant now = clock.instant();
    List<JsonNode> rows =
        client.walk("2026-11-09T00:00:00.000Z/2026-11-20T00:00:00.000Z", 100, ApiClient.ENDED);
    List<TrueConversation> recount = new ArrayList<>(rows.stream().map(Recount::of).toList());
    Map<EmissionKey, TrueFigures> told = Ledger.emitted(recount, now);
    Map<EmissionKey, TrueFigures> ended = Ledger.emitted(org.ledger().ended(now), now);

    assertThat(told).as("seed %d", SEED).isEqualTo(ended);
    recount.removeFirst();
    assertThat(Ledger.emitted(recount, now)).as("one lost record is noticed").isNotEqualTo(ended);
  }

  @Test
  void anOpenConversationCountsWithWhatItHasEmitted() throws Exception {
    long openAnswers =
        org.ledger().openIds(clock.instant()).stream()
            .flatMap(id -> org.ledger().find(id, clock.instant()).orElseThrow().facts().stream())
            .filter(TrueFact.Answered.class::isInstance)
            .filter(fact -> fact.emittedAt().isBefore(clock.instant().minusSeconds(10)))
            .count();
    long endedAnswers = org.ledger().total(clock.instant()).answered();
    JsonNode all = ask("P3D", NAMED).path("results").path(0).path("data").path(0);
    long served = count(all, "tAnswered");

    assertThat(openAnswers).as("seed %d", SEED).isPositive();
    assertThat(served).as("seed %d", SEED).isEqualTo(endedAnswers + openAnswers);
  }

  @Test
  void theOrgsSwitchesDecideTheDenominatorOfThePastToo() throws Exception {
    org.serviceLevelBy(new ServiceLevelSwitches(true, false, true));
    for (JsonNode data : served(ask("PT30M", GROUPED, NAMED)).values()) {
      JsonNode level = stats(data.path("metrics"), "metric", "oServiceLevel");
      if (!level.isMissingNode()) {
        assertThat(level.path("denominator").asLong())
            .isEqualTo(
                count(data, "tAnswered")
                    + count(data, "tAbandon")
                    - count(data, "tShortAbandon")
                    + count(data, "tFlowOut"));
        assertThat(level.path("numerator").asLong())
            .isEqualTo(count(data, "tAnswered") - count(data, "nOverSla"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"groupBy\":[\"ani\"],\"metrics\":[\"nOffered\"]",
        "\"metrics\":[\"nMiracles\"]",
        "\"groupBy\":[\"queueId\"]",
        "\"metrics\":[\"nOffered\"],\"paging\":{}",
        "\"metrics\":[\"nOffered\"],\"granularity\":\"30 minutes\"",
        "\"metrics\":[\"nOffered\"],\"timeZone\":\"Moon/Sea\"",
        "\"metrics\":[\"nOffered\"],\"filter\":{\"type\":\"and\",\"predicates\":["
            + "{\"dimension\":\"userName\",\"value\":\"x\"}]}",
        "\"metrics\":[\"tAcw\"],\"views\":[{\"target\":\"nOffered\",\"name\":\"a\","
            + "\"function\":\"rangeBound\",\"range\":{\"gte\":0}}]",
        "\"metrics\":[\"tAcw\"],\"views\":[{\"target\":\"tAcw\",\"name\":\"tTalk\","
            + "\"function\":\"rangeBound\",\"range\":{\"gte\":0}}]",
        "\"metrics\":[\"tAcw\"],\"views\":[{\"target\":\"tAcw\",\"name\":\"a\","
            + "\"function\":\"rangeBound\",\"range\":{}}]",
        "\"metrics\":[\"tAcw\"],\"views\":[{\"target\":\"tAcw\",\"name\":\"a\","
            + "\"function\":\"ratio\",\"range\":{\"gte\":0}}]",
        "\"metrics\":[\"tAcw\"],\"views\":["
            + "{\"target\":\"tAcw\",\"name\":\"a\",\"function\":\"rangeBound\",\"range\":{\"gte\":0}},"
            + "{\"target\":\"tAcw\",\"name\":\"a\",\"function\":\"rangeBound\",\"range\":{\"gte\":1}}]"
      })
  void whatTheApiWouldRefuseIsRefused(String rest) throws Exception {
    assertThat(client.aggregates("{\"interval\":\"" + INTERVAL + "\"," + rest + "}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void elevenViewsAndTooLongIntervalsAreRefused() throws Exception {
    List<String> views = new ArrayList<>();
    for (int view = 0; view < 11; view++) {
      views.add(
          "{\"target\":\"tAcw\",\"name\":\"v%d\",\"function\":\"rangeBound\",\"range\":{\"gte\":%d}}"
              .formatted(view, view));
    }
    String ten = "\"views\":[" + String.join(",", views.subList(0, 10)) + "]";
    String eleven = "\"views\":[" + String.join(",", views) + "]";
    assertThat(answer(NAMED, ten).statusCode()).isEqualTo(200);
    assertThat(answer(NAMED, eleven).statusCode()).isEqualTo(400);
    org.longestAggregates(Duration.ofHours(12));
    assertThat(answer(NAMED, ten).statusCode()).isEqualTo(400);
  }

  private HttpResponse<byte[]> answer(String... parts) throws Exception {
    return client.aggregates("{\"interval\":\"" + INTERVAL + "\"," + String.join(",", parts) + "}");
  }

  private JsonNode ask(String granularity, String... parts) throws Exception {
    HttpResponse<byte[]> response =
        client.aggregates(
            "{\"interval\":\"%s\",\"granularity\":\"%s\",%s}"
                .formatted(INTERVAL, granularity, String.join(",", parts)));
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return ApiClient.JSON.readTree(response.body());
  }

  private static Map<EmissionKey, JsonNode> served(JsonNode reply) {
    Map<EmissionKey, JsonNode> served = new HashMap<>();
    for (JsonNode result : reply.path("results")) {
      JsonNode group = result.path("group");
      if (group.has("queueId")) {
        for (JsonNode data : result.path("data")) {
          Instant start = Instant.parse(data.path("interval").asText().split("/")[0]);
          served.put(
              new EmissionKey(
                  start, group.path("queueId").asText(), group.path("mediaType").asText()),
              data);
        }
      }
    }
    return served;
  }

  private static JsonNode stats(JsonNode list, String key, String name) {
    for (JsonNode entry : list) {
      if (entry.path(key).asText().equals(name)) {
        return entry.path("stats");
      }
    }
    return list.path(-1);
  }

  private static long count(JsonNode data, String metric) {
    return stats(data.path("metrics"), "metric", metric).path("count").asLong();
  }

  private static long sum(JsonNode data, String metric) {
    return stats(data.path("metrics"), "metric", metric).path("sum").asLong();
  }
}
