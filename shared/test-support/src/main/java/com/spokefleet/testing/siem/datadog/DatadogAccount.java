package com.spokefleet.testing.siem.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.RequestLedger;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A Datadog account: pipelines, metrics of logs, dashboards, monitors and detection rules by the
 * public API, with its keys, pages, limits and errors. Thread-safe.
 */
public final class DatadogAccount implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECONDS_TO_WAIT = "7";

  private final String apiKey;
  private final String applicationKey;
  private final Map<ContentKind, Map<String, ObjectNode>> contents =
      new EnumMap<>(ContentKind.class);
  private final RequestLedger requests = new RequestLedger();
  private final FaultScript<ApiFault> faults = new FaultScript<>(ApiFault.NONE);
  private final LoopbackServer server;
  private boolean cloudSiem = true;
  private long numbers;

  private DatadogAccount(String apiKey, String applicationKey) {
    this.apiKey = apiKey;
    this.applicationKey = applicationKey;
    this.server = LoopbackServer.start("the local Datadog account", this::answer);
  }

  /** Serves at once, whoever has both keys. */
  public static DatadogAccount start(String apiKey, String applicationKey) {
    return new DatadogAccount(apiKey, applicationKey);
  }

  public URI address() {
    return server.address();
  }

  public RequestLedger requests() {
    return requests;
  }

  public FaultScript<ApiFault> faults() {
    return faults;
  }

  /** An account without Cloud SIEM lets nobody at its rules. */
  public synchronized void withoutCloudSiem() {
    cloudSiem = false;
  }

  /** What somebody makes by hand; its id. */
  public synchronized String add(ContentKind kind, ObjectNode object) {
    return store(kind, object).path("id").asText();
  }

  /** What somebody changes by hand. */
  public synchronized void edit(ContentKind kind, String id, Consumer<ObjectNode> change) {
    change.accept(Objects.requireNonNull(of(kind).get(id), id));
  }

  /** What somebody deletes by hand. */
  public synchronized void remove(ContentKind kind, String id) {
    of(kind).remove(id);
  }

  /** Objects by id, as text that is the same exactly if they are. */
  public synchronized Map<String, String> contents(ContentKind kind) {
    Map<String, String> texts = new TreeMap<>();
    of(kind).forEach((id, object) -> texts.put(id, object.toString()));
    return texts;
  }

  private Map<String, ObjectNode> of(ContentKind kind) {
    return contents.computeIfAbsent(kind, absent -> new TreeMap<>());
  }

  private synchronized Reply answer(Request request) {
    boolean writes = !request.method().equals("GET");
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    requests.add(request.method(), request.path() + query, writes);
    ApiFault fault = faults.take();
    return switch (fault) {
      case DOWN -> Reply.NONE;
      case FAILED -> error(500, "Internal error");
      case TOO_MANY_REQUESTS ->
          error(429, "Rate limit exceeded").with("X-RateLimit-Reset", SECONDS_TO_WAIT);
      case REFUSED -> error(400, "Invalid payload");
      case NONE -> served(request);
      case ANSWER_LOST -> {
        served(request);
        yield Reply.NONE;
      }
    };
  }

  private Reply served(Request request) {
    if (!request.header("DD-API-KEY").orElse("").equals(apiKey)
        || !request.header("DD-APPLICATION-KEY").orElse("").equals(applicationKey)) {
      return error(403, "Forbidden");
    }
    for (ContentKind kind : ContentKind.values()) {
      if (request.path().equals(kind.path())) {
        return kind == ContentKind.RULE && !cloudSiem
            ? error(403, "Forbidden")
            : collection(kind, request);
      }
      if (request.path().startsWith(kind.path() + "/")) {
        return one(kind, request.path().substring(kind.path().length() + 1), request);
      }
    }
    return error(404, "Not found");
  }

  private Reply collection(ContentKind kind, Request request) {
    return switch (request.method()) {
      case "GET" -> Reply.json(200, DatadogLists.page(kind, of(kind).values(), request));
      case "POST" -> {
        ObjectNode body = body(kind, request);
        String missing = kind.missing(body);
        if (!missing.isEmpty()) {
          yield error(400, "Missing required attribute: " + missing);
        }
        yield of(kind).containsKey(body.path("id").asText())
            ? error(409, "Already exists")
            : reply(kind, store(kind, body));
      }
      default -> error(405, "Method not allowed");
    };
  }

  private Reply one(ContentKind kind, String id, Request request) {
    ObjectNode there = of(kind).get(id);
    if (there == null) {
      return error(404, "Not found");
    }
    return switch (request.method()) {
      case "GET" -> reply(kind, there);
      case "PUT", "PATCH" -> {
        there.setAll(body(kind, request));
        there.put("modified_by_writes", there.path("modified_by_writes").asInt() + 1);
        kind.addDefaults(there, number(id));
        yield reply(kind, there);
      }
      case "DELETE" -> {
        of(kind).remove(id);
        yield kind == ContentKind.RULE || kind == ContentKind.METRIC
            ? new Reply(204, "application/json", new byte[0])
            : Reply.json(200, "{}");
      }
      default -> error(405, "Method not allowed");
    };
  }

  private ObjectNode store(ContentKind kind, ObjectNode body) {
    long number = ++numbers;
    ObjectNode object = body.deepCopy();
    if (kind != ContentKind.METRIC) {
      object.put("id", kind.newId(number));
    }
    String id = object.path("id").asText();
    kind.addDefaults(object, number);
    of(kind).put(id, object);
    return object;
  }

  private static long number(String id) {
    String digits = id.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) % 10_000_000;
  }

  private static ObjectNode body(ContentKind kind, Request request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      return (ObjectNode) (kind == ContentKind.METRIC ? body.path("data") : body);
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot read the request", malformed);
    }
  }

  private static Reply reply(ContentKind kind, ObjectNode object) {
    return Reply.json(
        200,
        kind == ContentKind.METRIC
            ? JSON.createObjectNode().set("data", object).toString()
            : object.toString());
  }

  private static Reply error(int status, String message) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode errors = body.putArray("errors");
    List.of(message).forEach(errors::add);
    return Reply.json(status, body.toString());
  }

  /** JSON as a test writes it. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException("Cannot read " + text, malformed);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
