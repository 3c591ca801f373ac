package com.spokefleet.siem.install.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.RefusedException;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.siem.install.http.RestReply;
import com.spokefleet.siem.install.http.RestRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of splunkd's REST API in the namespace of one app: nobody's, so that objects belong
 * to the app and not to whoever runs this.
 */
final class SplunkRest {
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 500;
  private static final String JSON = "output_mode=json";

  private final String name;
  private final String app;
  private final RestClient http;

  SplunkRest(String name, String app, RestClient http) {
    this.name = name;
    this.app = app;
    this.http = http;
  }

  /**
   * An object of splunkd.
   *
   * @param removable whether it is no part of the installed package
   */
  record Entry(String name, boolean removable, JsonNode content) {}

  /** The installed app's version; empty if there is no such app. */
  Optional<String> appVersion() {
    String purpose = "look for the app %s in %s".formatted(app, name);
    RestReply reply =
        http.send(
            RestRequest.get("/services/apps/local/" + Form.segment(app) + "?" + JSON, purpose));
    if (reply.status() == 404) {
      return Optional.empty();
    }
    JsonNode version =
        checked(reply, purpose).path("entry").path(0).path("content").path("version");
    return Optional.of(version.asText());
  }

  /** All objects of an endpoint that are the app's own. */
  List<Entry> list(String endpoint) {
    String purpose = "read %s of %s".formatted(endpoint, name);
    List<Entry> entries = new ArrayList<>();
    int seen = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      String query =
          "?%s&count=%d&offset=%d&search=%s"
              .formatted(JSON, PAGE, seen, Form.segment("eai:acl.app=" + app));
      RestReply reply = http.send(RestRequest.get(path(endpoint) + query, purpose));
      JsonNode body = checked(reply, purpose);
      JsonNode list = body.path("entry");
      if (!list.isArray()) {
        throw new InstallException(
            "Cannot " + purpose + ": the answer is not the list it should be");
      }
      for (JsonNode each : list) {
        // The namespace shows what other apps export, too.
        if (each.path("acl").path("app").asText().equals(app)) {
          entries.add(
              new Entry(
                  each.path("name").asText(),
                  each.path("acl").path("removable").asBoolean(),
                  each.path("content")));
        }
      }
      seen += list.size();
      if (list.isEmpty() || seen >= body.path("paging").path("total").asInt(seen)) {
        return entries;
      }
    }
    throw new InstallException("Cannot " + purpose + ": the list does not end");
  }

  boolean exists(String endpoint, String object, String purpose) {
    RestReply reply = http.send(RestRequest.get(path(endpoint, object) + "?" + JSON, purpose));
    if (reply.status() == 404) {
      return false;
    }
    checked(reply, purpose);
    return true;
  }

  void create(String endpoint, String object, Map<String, String> values, String purpose) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", object);
    form.putAll(values);
    RestRequest request =
        RestRequest.form(path(endpoint) + "?" + JSON, Form.of(form), false, purpose);
    checked(http.send(request), purpose);
  }

  void update(String endpoint, String object, Map<String, String> values, String purpose) {
    RestRequest request =
        RestRequest.form(path(endpoint, object) + "?" + JSON, Form.of(values), true, purpose);
    checked(http.send(request), purpose);
  }

  /** Gone already is as good as deleted. */
  void delete(String endpoint, String object, String purpose) {
    RestReply reply = http.send(RestRequest.delete(path(endpoint, object) + "?" + JSON, purpose));
    if (reply.status() != 404) {
      checked(reply, purpose);
    }
  }

  /**
   * The rows of a search that is run at once.
   *
   * @param repeatable whether running it twice is as good as once
   */
  List<JsonNode> search(String search, boolean repeatable, String purpose) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("search", search);
    form.put("exec_mode", "oneshot");
    form.put("count", "0");
    form.put("output_mode", "json");
    JsonNode body =
        checked(
            http.send(RestRequest.form(path("search/jobs"), Form.of(form), repeatable, purpose)),
            purpose);
    for (JsonNode message : body.path("messages")) {
      String type = message.path("type").asText();
      if (type.equals("ERROR") || type.equals("FATAL")) {
        throw new RefusedException(
            "Cannot %s: %s".formatted(purpose, message.path("text").asText()));
      }
    }
    List<JsonNode> rows = new ArrayList<>();
    body.path("results").forEach(rows::add);
    return rows;
  }

  private JsonNode checked(RestReply reply, String purpose) {
    if (reply.isSuccess()) {
      return reply.json();
    }
    String text = reply.json().path("messages").path(0).path("text").asText();
    String reason = "%d %s".formatted(reply.status(), text.replaceAll("\\s+", " ")).strip();
    throw switch (reply.status()) {
      case 401 ->
          new InstallException(
              "Cannot %s: %s; is the token valid, and of this Splunk?".formatted(purpose, reason));
      case 403 ->
          new InstallException(
              "Cannot %s: %s; the token's user must be allowed to edit objects of the app %s"
                  .formatted(purpose, reason, app));
      default -> new RefusedException("Cannot %s: %s".formatted(purpose, reason));
    };
  }

  private String path(String endpoint) {
    return "/servicesNS/nobody/" + Form.segment(app) + "/" + endpoint;
  }

  private String path(String endpoint, String object) {
    return path(endpoint) + "/" + Form.segment(object);
  }
}
