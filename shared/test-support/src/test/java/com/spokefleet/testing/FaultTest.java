package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.faults.SlowReply;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of fault can be seen from outside, is counted, and leaves the truth whole. */
final class FaultTest {
  private static final String WEEK = "2026-11-09T00:00:00Z/2026-11-12T15:00:00Z";
  private static final String NEWEST_FIRST =
      "\"order\":\"desc\",\"orderBy\":\"conversationEnd\"," + ApiClient.ENDED;

  private final SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
  private FakeGenesysCloud cloud;
  private FakeOrg org;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    FakeOrgSettings settings =
        FakeOrgSettings.named("amer", 3, Instant.parse("2026-11-09T00:00:00Z"))
            .conversationsPerDay(400)
            .requestsPerMinute(100_000)
            .oddities(new DataOddities(20, 40, 40))
            .build();
    cloud = FakeGenesysCloud.start(List.of(settings), clock);
    org = cloud.org("amer");
    client = new ApiClient(org).signedIn();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private void plan(FaultKind kind, int request) {
    org.faults(FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_QUERY, request, request, kind)));
  }

  private HttpResponse<byte[]> queried() throws Exception {
    return client.query(ApiClient.body(WEEK, 1, 25, NEWEST_FIRST));
  }

  private long happened(FaultKind kind) {
    return org.ledger().faultsHappened().getOrDefault(kind, 0L);
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("conversations").forEach(row -> ids.add(row.get("conversationId").asText()));
    return ids;
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_REQUESTS, 429, 2",
    "TOO_MANY_REQUESTS_DECIMAL_SECONDS, 429, 1.5",
    "TOO_MANY_REQUESTS_HTTP_DATE, 429, 'Thu, 12 Nov 2026 15:00:02 GMT'",
    "TOO_MANY_REQUESTS_WITHOUT_RETRY_AFTER, 429, ''",
    "INTERNAL_SERVER_ERROR, 500, ''",
    "BAD_GATEWAY, 502, ''",
    "SERVICE_UNAVAILABLE, 503, ''",
    "GATEWAY_TIMEOUT, 504, ''",
    "TOKEN_EXPIRED, 401, ''",
    "FORBIDDEN, 403, ''"
  })
  void refusalsStrikeOneRequestOnly(FaultKind kind, int status, String retryAfter)
      throws Exception {
    plan(kind, 2);
    assertThat(queried().statusCode()).isEqualTo(200);
    HttpResponse<byte[]> struck = queried();
    assertThat(struck.statusCode()).isEqualTo(status);
    assertThat(struck.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
    assertThat(ApiClient.JSON.readTree(struck.body()).path("status").asInt()).isEqualTo(status);
    client.signedIn();
    assertThat(queried().statusCode()).isEqualTo(200);
    assertThat(happened(kind)).isEqualTo(1);
  }

  @Test
  void connectionBreaksInTheMiddleOfTheBody() {
    plan(FaultKind.CONNECTION_RESET, 1);
    assertThatThrownBy(this::queried).isInstanceOf(IOException.class);
    assertThat(happened(FaultKind.CONNECTION_RESET)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"TRUNCATED_JSON", "HTML_PAGE", "NUL_BYTES"})
  void spoiltBodiesArriveWholeWithStatus200(FaultKind kind) throws Exception {
    plan(kind, 1);
    HttpResponse<byte[]> response = queried();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValueAsLong("Content-Length"))
        .hasValue(response.body().length);
    assertThatThrownBy(() -> ApiClient.JSON.readTree(response.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(happened(kind)).isEqualTo(1);
  }

  @Test
  void slowReplyIsHeldUntilItIsLetGo() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch latch = new CountDownLatch(1);
    org.faults(
        FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_QUERY, 1, 1, FaultKind.SLOW_REPLY))
            .withSlowReply(
                () -> {
                  held.countDown();
                  SlowReply.until(latch).hold();
                }));
    CompletableFuture<Integer> status =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return queried().statusCode();
              } catch (Exception failure) {
                throw new IllegalStateException(failure);
              }
            });
    assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(queried().statusCode()).as("others are not held").isEqualTo(200);
    latch.countDown();
    assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    assertThat(happened(FaultKind.SLOW_REPLY)).isEqualTo(1);
  }

  @Test
  void shortPageInTheMiddleLosesNothingForWhoeverReadsOn() throws Exception {
    plan(FaultKind.SHORT_PAGE, 2);
    Set<String> walked = new HashSet<>();
    Set<String> untilShortPage = new HashSet<>();
    List<Integer> sizes = new ArrayList<>();
    for (int page = 1; ; page++) {
      List<String> ids = ids(client.page(WEEK, page, 25, NEWEST_FIRST));
      if (ids.isEmpty()) {
        break;
      }
      if (sizes.stream().allMatch(size -> size == 25)) {
        untilShortPage.addAll(ids);
      }
      sizes.add(ids.size());
      walked.addAll(ids);
    }
    assertThat(sizes.get(1)).isEqualTo(22);
    assertThat(sizes.get(2)).isEqualTo(25);
    assertThat(walked).containsAll(org.ledger().endedIds(clock.instant()));
    assertThat(untilShortPage)
        .as("taking a short page for the last one loses rows")
        .hasSizeLessThan(walked.size());
    assertThat(happened(FaultKind.SHORT_PAGE)).isEqualTo(1);
  }

  @Test
  void duplicateRowsComeFromThePageBefore() throws Exception {
    plan(FaultKind.DUPLICATE_ROWS, 2);
    List<String> first = ids(client.page(WEEK, 1, 25, NEWEST_FIRST));
    List<String> second = ids(client.page(WEEK, 2, 25, NEWEST_FIRST));
    assertThat(second.subList(0, 3)).isEqualTo(first.subList(22, 25));
    assertThat(happened(FaultKind.DUPLICATE_ROWS)).isEqualTo(1);
  }

  @Test
  void approximateTotalIsNotTheNumberOfRows() throws Exception {
    int total = client.page(WEEK, 1, 25, NEWEST_FIRST).get("totalHits").asInt();
    plan(FaultKind.APPROXIMATE_TOTAL, 1);
    assertThat(client.page(WEEK, 1, 25, NEWEST_FIRST).get("totalHits").asInt()).isNotEqualTo(total);
    assertThat(happened(FaultKind.APPROXIMATE_TOTAL)).isEqualTo(1);
  }

  @Test
  void reopenedConversationHidesARowFromTheWalkAndEndsLater() throws Exception {
    Set<String> before = org.ledger().endedIds(clock.instant());
    List<String> undisturbed = ids(client.page(WEEK, 2, 5, NEWEST_FIRST));
    plan(FaultKind.REOPENED, 2);
    client.page(WEEK, 1, 5, NEWEST_FIRST);
    List<String> second = ids(client.page(WEEK, 2, 5, NEWEST_FIRST));
    assertThat(happened(FaultKind.REOPENED)).isEqualTo(1);
    assertThat(second).doesNotContain(undisturbed.getFirst());
    Set<String> missing = new HashSet<>(before);
    missing.removeAll(org.ledger().endedIds(clock.instant()));
    assertThat(missing).hasSize(1);
    clock.advance(Duration.ofMinutes(30));
    assertThat(org.ledger().endedIds(clock.instant())).containsAll(before);
  }

  @Test
  void changesAfterTheEndChangeRecordAndTruthAlike() throws Exception {
    for (int change = 1; change <= 4; change++) {
      String id = org.changeAfterEnd().orElseThrow();
      JsonNode changed = find(id);
      assertThat(Recount.of(changed).facts())
          .as("change %d of %s", change, id)
          .containsExactlyInAnyOrderElementsOf(
              org.ledger().find(id, clock.instant()).orElseThrow().facts());
    }
    plan(FaultKind.CHANGED_AFTER_END, 1);
    queried();
    assertThat(happened(FaultKind.CHANGED_AFTER_END)).isEqualTo(1);
  }

  private JsonNode find(String id) throws Exception {
    return client.walk(WEEK, 100, NEWEST_FIRST).stream()
        .filter(row -> row.get("conversationId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void openConversationCanEndLaterThanItWouldHave() throws Exception {
    String id = org.delayAnEnd().orElseThrow();
    assertThat(org.ledger().openIds(clock.instant())).contains(id);
    clock.advance(Duration.ofDays(6));
    client.signedIn();
    assertThat(Recount.of(find(id)).facts())
        .containsExactlyInAnyOrderElementsOf(
            org.ledger().find(id, clock.instant()).orElseThrow().facts());
    plan(FaultKind.ENDS_LATE, 1);
    queried();
    assertThat(happened(FaultKind.ENDS_LATE)).isEqualTo(1);
  }

  @Test
  void oddRecordsAreOddForEverAndPoisonIsKnown() throws Exception {
    List<JsonNode> rows = client.walk(WEEK, 100, ApiClient.ENDED);
    assertThat(client.walk(WEEK, 100, ApiClient.ENDED)).isEqualTo(rows);
    Set<String> poison = org.ledger().poisonIds(clock.instant());
    assertThat(poison).isNotEmpty();
    assertThat(org.ledger().served().poison()).isEqualTo(poison);
    assertThat(org.ledger().endedIds(clock.instant())).doesNotContainAnyElementsOf(poison);
    assertThat(rows).hasSize(poison.size() + org.ledger().endedIds(clock.instant()).size());
    for (JsonNode row : rows) {
      boolean readable =
          row.get("participants").isArray()
              && !row.get("participants").path(0).isNull()
              && row.get("conversationStart").asText().matches("[-0-9]{10}T[0-9:.]+Z");
      assertThat(readable)
          .as(row.get("conversationId").asText())
          .isNotEqualTo(poison.contains(row.get("conversationId").asText()));
    }
    assertThat(happened(FaultKind.POISON_RECORD)).isEqualTo(2L * poison.size());
    assertThat(happened(FaultKind.UNKNOWN_FIELDS)).isPositive();
    assertThat(happened(FaultKind.UNKNOWN_VALUES)).isPositive();
    assertThat(rows.toString()).contains("warpFactor", "telepathy", "pondering");
  }

  @Test
  void seededPlanIsRepeatableAndStops() throws Exception {
    Set<FaultKind> refusals = Set.of(FaultKind.INTERNAL_SERVER_ERROR, FaultKind.TOO_MANY_REQUESTS);
    List<Integer> first = statuses(FaultPlan.seeded(42, 0.4, refusals));
    FaultPlan again = FaultPlan.seeded(42, 0.4, refusals);
    assertThat(statuses(again)).isEqualTo(first).contains(200, 429, 500);
    assertThat(statuses(FaultPlan.seeded(43, 0.4, refusals))).isNotEqualTo(first);
    org.faults(again);
    again.stop();
    assertThat(queried().statusCode()).isEqualTo(200);
    assertThat(statuses(again)).containsOnly(200);
  }

  private List<Integer> statuses(FaultPlan plan) throws Exception {
    org.faults(plan);
    List<Integer> statuses = new ArrayList<>();
    for (int request = 0; request < 20; request++) {
      statuses.add(client.query(ApiClient.body(WEEK, 1, 1, "")).statusCode());
    }
    return statuses;
  }

  @Test
  void plansThatCannotHappenAreRefused() {
    assertThatThrownBy(() -> new FaultRule(Endpoint.QUEUES, 1, 1, FaultKind.SHORT_PAGE))
        .hasMessage("Cannot plan SHORT_PAGE on QUEUES");
    assertThatThrownBy(() -> FaultPlan.seeded(1, 0.1, Set.of(FaultKind.POISON_RECORD)))
        .hasMessageContaining("live in records");
  }
}
