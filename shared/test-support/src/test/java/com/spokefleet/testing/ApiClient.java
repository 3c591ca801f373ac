package com.spokefleet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.faults.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A plain HTTP client of one fake organisation, written without any code of the product. */
final class ApiClient {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String ENDED =
      """
      "conversationFilters":[{"type":"and","predicates":[
        {"type":"dimension","dimension":"conversationEnd","operator":"exists"}]}]\
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final FakeOrg org;
  private String token = "";

  ApiClient(FakeOrg org) {
    this.org = org;
  }

  HttpResponse<byte[]> signIn(String secret) throws IOException, InterruptedException {
    String credentials = org.clientId() + ":" + secret;
    return http.send(
        HttpRequest.newBuilder(URI.create(org.login() + "/oauth/token"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }

  ApiClient signedIn() throws IOException, InterruptedException {
    token = JSON.readTree(signIn(org.clientSecret()).body()).path("access_token").asText();
    return this;
  }

  HttpResponse<byte[]> get(String pathAndQuery) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(org.api() + pathAndQuery))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> query(String body) throws IOException, InterruptedException {
    return post(Endpoint.DETAILS_QUERY.path(), body);
  }

  HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(org.api() + path))
            .header("Authorization", "bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> aggregates(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(org.api() + Endpoint.CONVERSATION_AGGREGATES.path()))
            .header("Authorization", "bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }

  static String body(String interval, int page, int size, String more) {
    return """
    {"interval":"%s","paging":{"pageNumber":%d,"pageSize":%d}%s}\
    """
        .formatted(interval, page, size, more.isEmpty() ? "" : "," + more);
  }

  JsonNode page(String interval, int page, int size, String more)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = query(body(interval, page, size, more));
    if (response.statusCode() != 200) {
      throw new IOException(
          response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return JSON.readTree(response.body());
  }

  /** All rows of a query in order, page after page until an empty one. */
  List<JsonNode> walk(String interval, int size, String more)
      throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    for (int number = 1; ; number++) {
      JsonNode page = page(interval, number, size, more);
      if (!page.has("conversations")) {
        return rows;
      }
      page.get("conversations").forEach(rows::add);
    }
  }
}
