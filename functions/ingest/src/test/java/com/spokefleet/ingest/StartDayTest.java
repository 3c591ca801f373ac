package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The details query selects by start day and pages only so far: what that hides from a naive reader
 * must land all the same.
 */
class StartDayTest {
  /** Statuses of users have a paging cap of their own. */
  private static final String CONVERSATIONS = "{\"datasets\": [\"conversation-details\"]}";

  private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-17T23:55:00Z");
  private static final Instant CALL = Instant.parse("2026-11-17T23:58:00Z");
  private static final Instant EMAIL = Instant.parse("2026-11-13T22:00:00Z");

  @TempDir Path folder;

  @Test
  void aCallOverMidnightAndAnEmailOpenForDaysLandThoughTheTickBeganLater() throws Exception {
    Instant callEnd = Instant.parse("2026-11-18T00:10:00Z");
    Instant emailEnd = Instant.parse("2026-11-18T00:12:00Z");
    List<String> records =
        List.of(GivenRecord.of("call", CALL, callEnd), GivenRecord.of("e-mail", EMAIL, emailEnd));
    try (SmallFleet fleet = serving(records, BEFORE_MIDNIGHT, 100_000)) {
      assertThat(details(fleet.tick("emea")).path("landed").asInt()).isZero();
      fleet.clock().advance(Duration.ofMinutes(20));

      JsonNode details = details(fleet.tick("emea"));

      assertThat(details.path("landed").asInt()).as(details.toPrettyString()).isEqualTo(2);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.texts("select day || ' ' || conversation_id from {conversations}"))
            .as("each under the day on which it started")
            .containsExactlyInAnyOrder(
                "2026-11-17 " + GivenRecord.id("call"), "2026-11-13 " + GivenRecord.id("e-mail"));
      }
      assertThat(naiveQuery(fleet.org("emea"), "2026-11-18T00:00:00Z/2026-11-18T00:15:00Z"))
          .as("the control: asking for just the new quarter of an hour finds neither")
          .isZero();
    }
  }

  @Test
  void aDayBehindThePagingCapIsReadFromBothEndsAndPastTwiceTheCapReportedAndOwed() {
    Instant now = Instant.parse("2026-11-18T12:00:00Z");
    List<String> records = new ArrayList<>();
    records.addAll(day("2026-11-15", 35));
    records.addAll(day("2026-11-16", 60));
    records.addAll(day("2026-11-17", 15));
    records.addAll(day("2026-11-18", 10));
    try (SmallFleet fleet = serving(records, now, 24)) {
      JsonNode details = details(fleet.invoke("emea", CONVERSATIONS));

      assertThat(details.path("status").asText()).isEqualTo("failed");
      assertThat(details.path("message").asText())
          .contains(
              "Cannot read all conversations that started on 2026-11-16: the query pages through 48"
                  + " of about 60")
          .doesNotContain("2026-11-15");
      assertThat(details.path("watermark").asText()).isEqualTo("2026-11-16T00:00:00Z");
      assertThat(fleet.org("emea").ledger().faultsHappened())
          .as("it never asked past the cap")
          .doesNotContainKey(FaultKind.PAGINATION_CAP);
      assertThat(perDay(fleet))
          .containsExactly(
              "[2026-11-15, 35]", "[2026-11-16, 48]", "[2026-11-17, 15]", "[2026-11-18, 10]");

      fleet.clock().advance(Duration.ofMinutes(5));
      JsonNode next = details(fleet.invoke("emea", CONVERSATIONS));
      assertThat(next.path("watermark").asText())
          .as("held for as long as the day is owed")
          .isEqualTo("2026-11-16T00:00:00Z");
      assertThat(next.path("message").asText()).as("and said for as long").contains("2026-11-16");
    }
  }

  @Test
  void aPageThatStaysSpoiltCostsItsDayAloneAndIsNamed() {
    Instant now = Instant.parse("2026-11-18T12:00:00Z");
    List<String> records = new ArrayList<>();
    List.of("2026-11-15", "2026-11-16", "2026-11-17").forEach(day -> records.addAll(day(day, 20)));
    try (SmallFleet fleet = serving(records, now, 100_000);
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              request.contains("2026-11-17T00") && request.contains("\"pageNumber\":3")
                  ? answer.with("application/json", "{\"conversations\": [{}")
                  : answer);

      JsonNode details = details(fleet.tick("emea"));

      assertThat(details.path("status").asText()).isEqualTo("failed");
      assertThat(details.path("message").asText())
          .contains(
              "Cannot get conversation details of emea, window 2026-11-17T00:00:00Z", "page 3");
      assertThat(details.path("watermark").asText()).isEqualTo("2026-11-17T00:00:00Z");
      assertThat(details.path("pendingDays").asInt()).isEqualTo(1);
      assertThat(perDay(fleet))
          .as("two pages of the spoilt day, and the older days whole")
          .containsExactly("[2026-11-15, 20]", "[2026-11-16, 20]", "[2026-11-17, 16]");
    }
  }

  /** A peer pages for ever where the API repeats itself. */
  @Test
  void aReplyThatIsAlwaysTheFirstPageEndsInANamedErrorInsteadOfNever() {
    Instant now = Instant.parse("2026-11-18T12:00:00Z");
    try (SmallFleet fleet = serving(day("2026-11-16", 30), now, 24);
        Gateway gateway = Gateway.before(fleet, "emea")) {
      Map<String, Gateway.Answer> firstPages = new ConcurrentHashMap<>();
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.DETAILS_QUERY.path())
                  ? firstPages.computeIfAbsent(
                      request.replaceAll("\"pageNumber\":\\d+", ""), window -> answer)
                  : answer);

      JsonNode details = details(fleet.tick("emea"));

      assertThat(details.path("message").asText())
          .contains("Cannot read all conversations that started on 2026-11-16");
      assertThat(details.path("watermark").asText()).isEqualTo("2026-11-16T00:00:00Z");
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_QUERY))
          .isLessThan(50);
    }
  }

  private static List<String> perDay(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake
          .query("select day, count(*) from {conversations} group by day order by day")
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static List<String> day(String day, int count) {
    return GivenRecord.sequence(
        day, Instant.parse(day + "T06:00:00Z"), Duration.ofMinutes(10), count);
  }

  private static JsonNode details(JsonNode report) {
    return BadInputTest.dataset(report, "conversation-details");
  }

  private SmallFleet serving(List<String> records, Instant now, int cap) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 5, Instant.parse("2026-11-12T00:00:00Z"))
            .conversationsPerDay(0)
            .queues(2)
            .users(4)
            .paginationCap(cap)
            .build();
    SmallFleet fleet =
        new SmallFleet(folder, new VirtualClock(now), List.of(org))
            .withPlan(plan -> ConservationTest.smallPages(plan, cap));
    fleet.org("emea").serveRecords(records);
    return fleet;
  }

  /** How many conversations a reader gets who asks for exactly the interval it wants. */
  private static int naiveQuery(FakeOrg org, String interval)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String pair = org.clientId() + ":" + org.clientSecret();
      JsonNode token =
          post(
              client,
              org.login().resolve("/oauth/token"),
              "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
              "application/x-www-form-urlencoded",
              "grant_type=client_credentials");
      JsonNode page =
          post(
              client,
              org.api().resolve(Endpoint.DETAILS_QUERY.path()),
              "Bearer " + token.path("access_token").asText(),
              "application/json",
              "{\"interval\": \""
                  + interval
                  + "\", \"paging\": {\"pageSize\": 100, \"pageNumber\": 1}}");
      assertThat(page.has("totalHits")).as(page.toString()).isTrue();
      return page.path("conversations").size();
    }
  }

  private static JsonNode post(
      HttpClient client, URI address, String authorization, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofByteArray()).body());
  }
}
