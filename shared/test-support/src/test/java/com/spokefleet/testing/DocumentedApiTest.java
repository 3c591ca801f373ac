package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server answers as the API reference says, successes and refusals alike. */
final class DocumentedApiTest {
  private static final String DAY = "2026-11-10T00:00:00.000Z/2026-11-10T23:00:00.000Z";

  private final SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
  private FakeGenesysCloud cloud;
  private FakeOrg org;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    FakeOrgSettings.Builder settings =
        FakeOrgSettings.named("emea", 7, Instant.parse("2026-11-09T00:00:00Z"))
            .conversationsPerDay(120)
            .requestsPerMinute(40)
            .tokenLifetime(Duration.ofMinutes(30))
            .paginationCap(500);
    cloud = FakeGenesysCloud.start(List.of(settings.build()), clock);
    org = cloud.org("emea");
    client = new ApiClient(org).signedIn();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
    return ApiClient.JSON.readTree(response.body());
  }

  private void assertRefused(String body, String message) throws Exception {
    HttpResponse<byte[]> response = client.query(body);
    assertThat(response.statusCode()).as(body).isEqualTo(400);
    assertThat(json(response).path("code").asText()).isEqualTo("bad.request");
    assertThat(json(response).path("message").asText()).contains(message);
  }

  @Test
  void signInGivesABearerTokenWithItsLifetime() throws Exception {
    JsonNode reply = json(client.signIn(org.clientSecret()));
    assertThat(reply.path("token_type").asText()).isEqualTo("bearer");
    assertThat(reply.path("expires_in").asLong()).isEqualTo(1_800);
    assertThat(reply.path("access_token").asText()).isNotBlank();
  }

  @Test
  void wrongSecretIsRefused() throws Exception {
    HttpResponse<byte[]> response = client.signIn("guess");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void tokensExpireByTheClockAndByRevocation() throws Exception {
    assertThat(client.get("/api/v2/organizations/me").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    HttpResponse<byte[]> expired = client.get("/api/v2/organizations/me");
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(json(expired).path("code").asText()).isEqualTo("bad.credentials");
    client.signedIn();
    org.revokeTokens();
    assertThat(client.get("/api/v2/organizations/me").statusCode()).isEqualTo(401);
  }

  @Test
  void everyReplyCarriesTheLimitAndTheFortyFirstIsRefused() throws Exception {
    HttpResponse<byte[]> first = client.get("/api/v2/organizations/me");
    assertThat(first.headers().firstValue("inin-ratelimit-count")).hasValue("1");
    assertThat(first.headers().firstValue("inin-ratelimit-allowed")).hasValue("40");
    assertThat(first.headers().firstValue("inin-ratelimit-reset")).hasValue("60");
    for (int request = 2; request <= 40; request++) {
      assertThat(client.get("/api/v2/organizations/me").statusCode()).isEqualTo(200);
    }
    HttpResponse<byte[]> refused = client.get("/api/v2/organizations/me");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).hasValue("60");
    assertThat(json(refused).path("limit").path("value").asInt()).isEqualTo(40);
    clock.advance(Duration.ofSeconds(60));
    assertThat(client.get("/api/v2/organizations/me").statusCode()).isEqualTo(200);
  }

  @Test
  void missingPermissionIs403AndUnknownPathIs404() throws Exception {
    org.removePermission(Endpoint.QUEUES);
    HttpResponse<byte[]> forbidden = client.get("/api/v2/routing/queues");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(json(forbidden).path("message").asText()).contains("[routing:queue:view]");
    org.grantPermission(Endpoint.QUEUES);
    assertThat(client.get("/api/v2/routing/queues").statusCode()).isEqualTo(200);
    assertThat(client.get("/api/v2/routing/queue").statusCode()).isEqualTo(404);
  }

  @Test
  void listsArePagedAndChangeWithTheOrganisation() throws Exception {
    List<String> names = new ArrayList<>();
    String next = "/api/v2/users?pageSize=15&pageNumber=1";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = json(client.get(next));
      page.path("entities").forEach(user -> names.add(user.path("name").asText()));
      assertThat(page.path("total").asInt()).isEqualTo(40);
      assertThat(page.path("pageCount").asInt()).isEqualTo(3);
      next = page.path("nextUri").asText("");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(40);

    String user = org.directory().users().getFirst().id();
    org.delete(Endpoint.USERS, user);
    assertThat(json(client.get("/api/v2/users")).path("total").asInt()).isEqualTo(39);
    assertThat(json(client.get("/api/v2/users?state=any")).path("total").asInt()).isEqualTo(40);
    assertThat(json(client.get("/api/v2/users?state=deleted")).path("entities").get(0).path("id"))
        .hasToString("\"" + user + "\"");

    String queue = org.directory().queues().getFirst().id();
    org.rename(Endpoint.QUEUES, queue, "Renamed");
    assertThat(json(client.get("/api/v2/routing/queues")).path("entities").get(0).path("name"))
        .hasToString("\"Renamed\"");
    org.delete(Endpoint.QUEUES, queue);
    assertThat(json(client.get("/api/v2/routing/queues")).path("total").asInt()).isEqualTo(7);
    assertThat(client.get("/api/v2/users?pageSize=101").statusCode()).isEqualTo(400);
  }

  @Test
  void queryLimitsAreThoseOfTheDocumentation() throws Exception {
    assertRefused(
        ApiClient.body("2026-11-01T00:00:00Z/2026-11-08T00:00:00.001Z", 1, 25, ""),
        "does not exceed 7 days");
    assertThat(
            client
                .query(ApiClient.body("2026-11-01T00:00:00Z/2026-11-08T00:00:00Z", 1, 25, ""))
                .statusCode())
        .isEqualTo(200);
    assertRefused(
        ApiClient.body("2026-10-01T00:00:00Z/2026-11-02T00:00:00Z", 1, 25, ApiClient.ENDED),
        "does not exceed 31 days");
    assertRefused(ApiClient.body(DAY, 1, 101, ""), "pageSize");
    assertRefused(ApiClient.body(DAY, 6, 100, ""), "Pagination may not exceed 500 results.");
    assertThat(client.query(ApiClient.body(DAY, 5, 100, "")).statusCode()).isEqualTo(200);
    assertRefused(ApiClient.body(DAY, 1, 25, "\"orderby\":\"conversationEnd\""), "\"orderby\"");
    assertRefused(ApiClient.body(DAY, 1, 25, "\"order\":\"down\""), "\"down\"");
    assertRefused("{\"interval\":\"today\"}", "interval");
    assertRefused("{", "malformed");
  }

  @Test
  void givenRecordsAreServedInPlaceOfGeneratedOnesOnceTheyEnded() throws Exception {
    String record =
        """
        {"conversationId":"c-1","conversationStart":"2026-11-12T14:00:00.000Z",\
        "conversationEnd":"2026-11-12T15:30:00.000Z","originatingDirection":"inbound",\
        "participants":[]}\
        """;
    org.serveRecords(List.of(record));
    String interval = "2026-11-12T00:00:00Z/2026-11-12T16:00:00Z";
    assertThat(client.walk(interval, 10, ApiClient.ENDED)).isEmpty();
    clock.advance(Duration.ofMinutes(29));
    assertThat(client.walk(interval, 10, ApiClient.ENDED)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    client.signedIn();
    assertThat(client.walk(interval, 10, ApiClient.ENDED))
        .containsExactly(ApiClient.JSON.readTree(record));
    assertThat(org.ledger().endedIds(clock.instant())).containsExactly("c-1");
  }
}
