package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.RefusedException;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.siem.install.http.RestReply;
import com.spokefleet.siem.install.http.RestRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The requests of Datadog's public API that content is managed by; paths and members are those of
 * its official client for Java, 2.50.0.
 */
final class DatadogApi {
  private static final int PAGE = 100;

  /** Far more than an account has; a server that never ends a list is not followed for ever. */
  private static final int MOST_PAGES = 1_000;

  private final String name;
  private final RestClient http;

  DatadogApi(String name, RestClient http) {
    this.name = name;
    this.http = http;
  }

  /**
   * All objects of a kind that are looked for.
   *
   * @param wanted given a summary, which has at least id, name and what marks it
   */
  List<ObjectNode> list(DatadogKind kind, Predicate<JsonNode> wanted) {
    String purpose = "read %s of %s".formatted(kind.folder(), name);
    List<ObjectNode> all =
        switch (kind) {
          case PIPELINE -> objects(get(path(kind), purpose), purpose);
          case METRIC -> objects(get(path(kind), purpose).path("data"), purpose);
          case MONITOR ->
              pages(
                  page -> {
                    String query = "?page=%d&page_size=%d".formatted(page, PAGE);
                    return objects(get(path(kind) + query, purpose), purpose);
                  });
          case RULE ->
              pages(
                  page -> {
                    String query = "?page%%5Bnumber%%5D=%d&page%%5Bsize%%5D=%d";
                    return objects(
                        get(path(kind) + query.formatted(page, PAGE), purpose).path("data"),
                        purpose);
                  });
          case DASHBOARD ->
              pages(
                  page -> {
                    String query = "?start=%d&count=%d".formatted(page * PAGE, PAGE);
                    return objects(get(path(kind) + query, purpose).path("dashboards"), purpose);
                  });
        };
    List<ObjectNode> chosen = all.stream().filter(wanted).toList();
    // The list of dashboards tells nothing of what is on them.
    return kind == DatadogKind.DASHBOARD
        ? chosen.stream().map(summary -> whole(kind, id(summary), purpose)).toList()
        : chosen;
  }

  private ObjectNode whole(DatadogKind kind, String id, String purpose) {
    return object(get(path(kind, id), purpose), purpose);
  }

  /** What Datadog returned of it. */
  ObjectNode create(DatadogKind kind, ObjectNode body, String purpose) {
    return written(RestRequest.create(path(kind), body.toString(), purpose));
  }

  /** Replaces it whole; what Datadog returned of it. */
  ObjectNode replace(DatadogKind kind, String id, ObjectNode body, String purpose) {
    if (kind == DatadogKind.METRIC) {
      String json = body.toString();
      return written(
          new RestRequest("PATCH", path(kind, id), "application/json", json, true, purpose));
    }
    return written(RestRequest.put(path(kind, id), body.toString(), purpose));
  }

  /** Gone already is as good as deleted. */
  void delete(DatadogKind kind, String id, String purpose) {
    RestReply reply = http.send(RestRequest.delete(path(kind, id), purpose));
    if (reply.status() != 404 && !reply.isSuccess()) {
      throw refusal(reply, purpose);
    }
  }

  static String id(JsonNode object) {
    return object.path("id").asText();
  }

  private ObjectNode written(RestRequest request) {
    RestReply reply = http.send(request);
    if (!reply.isSuccess()) {
      throw refusal(reply, request.purpose());
    }
    JsonNode json = reply.json();
    return object(json.path("data").isObject() ? json.path("data") : json, request.purpose());
  }

  private JsonNode get(String path, String purpose) {
    RestReply reply = http.send(RestRequest.get(path, purpose));
    if (!reply.isSuccess()) {
      throw refusal(reply, purpose);
    }
    return reply.json();
  }

  private static List<ObjectNode> pages(IntFunction<List<ObjectNode>> page) {
    List<ObjectNode> all = new ArrayList<>();
    for (int number = 0; number < MOST_PAGES; number++) {
      List<ObjectNode> some = page.apply(number);
      all.addAll(some);
      if (some.size() < PAGE) {
        return all;
      }
    }
    throw new InstallException(
        "Cannot read a list to its end: it has over %d pages".formatted(MOST_PAGES));
  }

  /** An answer of another form is an error and not an empty list. */
  private static List<ObjectNode> objects(JsonNode list, String purpose) {
    if (!list.isArray()) {
      throw new InstallException("Cannot " + purpose + ": the answer is not the list it should be");
    }
    List<ObjectNode> objects = new ArrayList<>();
    list.forEach(element -> objects.add(object(element, purpose)));
    return objects;
  }

  private static ObjectNode object(JsonNode json, String purpose) {
    if (json instanceof ObjectNode object && object.hasNonNull("id")) {
      return object;
    }
    throw new InstallException("Cannot " + purpose + ": the answer is not the object it should be");
  }

  /** What the application key must be allowed, by the names of Datadog's permissions. */
  private static String scopes(String purpose) {
    for (DatadogKind kind : DatadogKind.values()) {
      if (purpose.contains(" " + kind.folder() + " ")) {
        return switch (kind) {
          case PIPELINE -> "logs_read_config, logs_write_pipelines and logs_write_processors";
          case METRIC -> "logs_read_config and logs_generate_metrics";
          case DASHBOARD -> "dashboards_read and dashboards_write";
          case MONITOR -> "monitors_read and monitors_write";
          case RULE ->
              "security_monitoring_rules_read and security_monitoring_rules_write (an account without"
                  + " Cloud SIEM has no rules: --without-cloud-siem)";
        };
      }
    }
    return "for it";
  }

  private static InstallException refusal(RestReply reply, String purpose) {
    String reason = "%d %s".formatted(reply.status(), DatadogErrors.text(reply.json())).strip();
    return switch (reply.status()) {
      case 401, 403 ->
          new InstallException(
              "Cannot %s: %s; the API key must be of this site, and the application key have %s"
                  .formatted(purpose, reason, scopes(purpose)));
      default -> new RefusedException("Cannot %s: %s".formatted(purpose, reason));
    };
  }

  private static String path(DatadogKind kind) {
    return switch (kind) {
      case PIPELINE -> "/api/v1/logs/config/pipelines";
      case METRIC -> "/api/v2/logs/config/metrics";
      case DASHBOARD -> "/api/v1/dashboard";
      case MONITOR -> "/api/v1/monitor";
      case RULE -> "/api/v2/security_monitoring/rules";
    };
  }

  private static String path(DatadogKind kind, String id) {
    return path(kind) + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
