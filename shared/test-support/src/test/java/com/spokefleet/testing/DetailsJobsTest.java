package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asynchronous details jobs, as documented; held against the ledger. */
final class DetailsJobsTest {
  private static final String JOBS = Endpoint.DETAILS_JOBS.path();
  private static final String DAY = "2026-11-10T00:00:00Z/2026-11-11T00:00:00Z";
  private static final String START_DAY = "2026-11-10T00:00:00Z/2026-11-10T23:59:59.999Z";
  private static final String BY_START_DAY = "\"startOfDayIntervalMatching\":true,";

  private final SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
  private FakeGenesysCloud cloud;
  private FakeOrg org;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    FakeOrgSettings settings =
        FakeOrgSettings.named("amer", 3, Instant.parse("2026-11-08T00:00:00Z"))
            .conversationsPerDay(150)
            .volume(Volume.EVEN)
            .requestsPerMinute(100_000)
            .build();
    cloud = FakeGenesysCloud.start(List.of(settings), clock);
    org = cloud.org("amer");
    client = new ApiClient(org).signedIn();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void overlapMatchingFindsAllThatWereAliveAndStartDayMatchingAllThatBegan() throws Exception {
    Instant available = available();
    Instant from = Instant.parse("2026-11-10T00:00:00Z");
    Instant to = Instant.parse("2026-11-11T00:00:00Z");

    assertThat(idsOf(fulfilled(DAY, "")))
        .isEqualTo(ids(available, each -> each.start().isBefore(to) && !end(each).isBefore(from)))
        .isNotEqualTo(idsOf(fulfilled(START_DAY, BY_START_DAY)));
    assertThat(idsOf(fulfilled(START_DAY, BY_START_DAY)))
        .isEqualTo(
            ids(available, each -> each.start().isBefore(to) && !each.start().isBefore(from)));
  }

  @Test
  void whatHappenedAfterTheAvailabilityDateIsMissingWithoutASign() throws Exception {
    org.jobs().availabilityStandsAt(Instant.parse("2026-11-10T06:00:00Z"));

    Set<String> found = idsOf(fulfilled(START_DAY, BY_START_DAY));

    org.jobs().availabilityLag(Duration.ofHours(1));
    Set<String> whole = idsOf(fulfilled(START_DAY, BY_START_DAY));
    assertThat(whole).containsAll(found).hasSizeGreaterThan(2 * found.size());
    assertThat(happened(FaultKind.JOB_PARTIAL)).isEqualTo(1);
  }

  @Test
  void theAvailabilityDateLagsStandsStillAndMovesBack() throws Exception {
    assertThat(available()).isEqualTo(clock.instant().minusSeconds(5).minus(Duration.ofHours(6)));
    Instant earlier = Instant.parse("2026-11-11T00:00:00Z");
    org.jobs().availabilityStandsAt(earlier);
    assertThat(available()).isEqualTo(earlier);
    clock.advance(Duration.ofHours(2));
    assertThat(available()).isEqualTo(earlier);

    org.faults(plan(Endpoint.JOBS_AVAILABILITY, FaultKind.AVAILABILITY_MOVED_BACK));
    assertThat(available()).isEqualTo(earlier.minus(Duration.ofHours(36)));
  }

  @Test
  void aJobIsQueuedThenPendingThenFulfilledThenExpired() throws Exception {
    String job = submit(DAY, "");
    assertThat(state(job)).isEqualTo("QUEUED");
    assertThat(client.get(JOBS + "/" + job + "/results").statusCode()).isEqualTo(400);
    clock.advance(Duration.ofSeconds(30));
    assertThat(state(job)).isEqualTo("PENDING");
    clock.advance(Duration.ofMinutes(3));
    assertThat(state(job)).isEqualTo("FULFILLED");
    clock.advance(Duration.ofDays(2));
    client.signedIn();
    assertThat(state(job)).isEqualTo("EXPIRED");
    assertThat(client.get(JOBS + "/" + job + "/results").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_FAILED, FAILED",
    "JOB_EXPIRED, EXPIRED",
    "JOB_CANCELLED, CANCELLED",
    "JOB_STUCK, PENDING",
    "JOB_UNKNOWN_STATE, ARCHIVED"
  })
  void aJobEndsAsPlanned(FaultKind kind, String state) throws Exception {
    org.faults(plan(Endpoint.DETAILS_JOBS, kind));
    String job = submit(DAY, "");
    clock.advance(Duration.ofMinutes(10));

    assertThat(state(job)).isEqualTo(state);
    assertThat(happened(kind)).isEqualTo(1);
  }

  @Test
  void noMoreJobsAreTakenThanAllowedAtOnce() throws Exception {
    org.jobs().atOnce(2);
    String first = submit(DAY, "");
    submit(DAY, "");

    assertThat(post(DAY, "").statusCode()).isEqualTo(429);

    assertThat(happened(FaultKind.JOB_LIMIT)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(5));
    assertThat(state(first)).isEqualTo("FULFILLED");
    submit(DAY, "");
  }

  @ParameterizedTest
  @CsvSource({"JOB_SHORT_PAGE", "JOB_EMPTY_PAGE", "JOB_DUPLICATE_RECORD"})
  void pagesOfAnySizeLeadToTheEnd(FaultKind kind) throws Exception {
    Set<String> expected = idsOf(fulfilled(DAY, ""));
    String job = submitted(DAY, "");
    org.faults(FaultPlan.scripted(new FaultRule(Endpoint.DETAILS_JOB_RESULTS, 3, 3, kind)));

    assertThat(idsOf(job)).isEqualTo(expected);
    assertThat(happened(kind)).isEqualTo(1);
  }

  @Test
  void aRepeatedCursorLeadsBackToItsOwnPage() throws Exception {
    String job = submitted(DAY, "");
    String cursor = page(job, "").path("cursor").asText();
    org.faults(plan(Endpoint.DETAILS_JOB_RESULTS, FaultKind.JOB_REPEATED_CURSOR));

    assertThat(page(job, cursor).path("cursor").asText()).isEqualTo(cursor);
  }

  @Test
  void recordsHaveAttributesThatTheQueryLeavesOut() throws Exception {
    String job = submitted(DAY, "");

    assertThat(page(job, "").toString()).contains("\"attributes\"", "\"callerName\"");
    assertThat(client.page(DAY, 1, 100, "").toString()).doesNotContain("\"attributes\"");
  }

  @Test
  void whatTheApiWouldRefuseIsRefused() throws Exception {
    assertThat(post("2026-11-10T00:00:00Z/2027-01-11T00:00:00Z", "").statusCode()).isEqualTo(400);
    assertThat(post(DAY, "\"paging\":{\"pageSize\":10},").statusCode()).isEqualTo(400);
    assertThat(post(DAY, "\"startOfDayIntervalMatching\":\"yes\",").statusCode()).isEqualTo(400);
    assertThat(client.get(JOBS + "/unheard-of").statusCode()).isEqualTo(404);
    String job = submitted(DAY, "");
    assertThat(client.get(JOBS + "/" + job + "/results?pageSize=1001").statusCode()).isEqualTo(400);
    assertThat(client.get(JOBS + "/" + job + "/results?cursor=nonsense").statusCode())
        .isEqualTo(400);
  }

  @Test
  void changesLongAfterTheEndShowUpOnceTheyAreAvailable() throws Exception {
    String id = org.changeLongAfterEnd(Duration.ofDays(2)).orElseThrow();
    String before = record(submitted(START_DAY, BY_START_DAY), id);
    clock.advance(Duration.ofDays(1));
    client.signedIn();

    assertThat(record(submitted(START_DAY, BY_START_DAY), id)).isNotEqualTo(before);
  }

  private String record(String job, String id) throws IOException, InterruptedException {
    return rows(job).stream()
        .filter(row -> row.path("conversationId").asText().equals(id))
        .map(JsonNode::toString)
        .collect(Collectors.joining());
  }

  private Set<String> ids(Instant available, Predicate<TrueConversation> wanted) {
    // The ledger sees events up to the ingestion lag before an instant, jobs up to the date itself.
    return org.ledger().ended(available.plusSeconds(5)).stream()
        .filter(wanted)
        .map(TrueConversation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Instant end(TrueConversation conversation) {
    Instant end = conversation.end();
    return end == null ? Instant.MAX : end;
  }

  private static FaultPlan plan(Endpoint endpoint, FaultKind kind) {
    return FaultPlan.scripted(new FaultRule(endpoint, 1, 1, kind));
  }

  private long happened(FaultKind kind) {
    return org.ledger().faultsHappened().getOrDefault(kind, 0L);
  }

  private Instant available() throws IOException, InterruptedException {
    JsonNode body = json(client.get(Endpoint.JOBS_AVAILABILITY.path()));
    return Instant.parse(body.path("dataAvailabilityDate").asText());
  }

  private HttpResponse<byte[]> post(String interval, String more)
      throws IOException, InterruptedException {
    return client.post(JOBS, "{\"interval\":\"" + interval + "\"," + more + ApiClient.ENDED + "}");
  }

  private String submit(String interval, String more) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(interval, more);
    assertThat(answer.statusCode()).isEqualTo(202);
    return json(answer).path("jobId").asText();
  }

  private String submitted(String interval, String more) throws IOException, InterruptedException {
    String job = submit(interval, more);
    clock.advance(Duration.ofMinutes(5));
    return job;
  }

  private String fulfilled(String interval, String more) throws IOException, InterruptedException {
    String job = submitted(interval, more);
    assertThat(state(job)).isEqualTo("FULFILLED");
    return job;
  }

  private String state(String job) throws IOException, InterruptedException {
    return json(client.get(JOBS + "/" + job)).path("state").asText();
  }

  private JsonNode page(String job, String cursor) throws IOException, InterruptedException {
    String more =
        cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    return json(client.get(JOBS + "/" + job + "/results?pageSize=40" + more));
  }

  private List<JsonNode> rows(String job) throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = page(job, cursor);
      page.path("conversations").forEach(rows::add);
      cursor = page.path("cursor").asText();
    } while (!cursor.isEmpty());
    return rows;
  }

  private Set<String> idsOf(String job) throws IOException, InterruptedException {
    Set<String> ids = new HashSet<>();
    rows(job).forEach(row -> ids.add(row.path("conversationId").asText()));
    return ids;
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return ApiClient.JSON.readTree(response.body());
  }
}
