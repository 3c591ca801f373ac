package com.spokefleet.testing.siem.splunk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.RequestLedger;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Splunk's management port: apps, .conf stanzas, saved searches, views, and searches of lookups,
 * with the namespace, the pages, the layers and the errors of splunkd. What a DELETE of something
 * that came with a package answers is not documented; here it is refused. Thread-safe.
 */
public final class SplunkManagement implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USUAL_PAGE = 30;
  private static final String LOOKUPS = "data/lookup-table-files";

  /** An app that exports to all others, so that its objects are seen in their namespace. */
  private static final String OTHER_APP = "search";

  private final String token;
  private final String app;
  private final Map<String, Map<String, KnowledgeObject>> objects = new TreeMap<>();
  private final LookupFiles lookups = new LookupFiles();
  private final RequestLedger requests = new RequestLedger();
  private final FaultScript<ApiFault> faults = new FaultScript<>(ApiFault.NONE);
  private final LoopbackServer server;
  private String version = "";

  private SplunkManagement(String token, String app) {
    this.token = token;
    this.app = app;
    for (String conf : List.of("macros", "eventtypes", "tags", "props", "transforms")) {
      object("configs/conf-" + conf, "exported", OTHER_APP).set(Map.of("definition", "index=*"));
    }
    for (String endpoint : List.of("saved/searches", "data/ui/views", "data/ui/nav")) {
      objects.put(endpoint, new TreeMap<>());
    }
    this.server = LoopbackServer.start("the local Splunk", this::answer);
  }

  /**
   * Serves at once, whoever has the token.
   *
   * @param app the id of the one app whose namespace is served
   */
  public static SplunkManagement start(String token, String app) {
    return new SplunkManagement(token, app);
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

  /** Installs a package, or another version of it; what was set since stays above it. */
  public synchronized void install(String newVersion, Map<String, byte[]> files) {
    version = newVersion;
    objects.values().forEach(all -> all.values().forEach(KnowledgeObject::dropPackaged));
    AppFiles.objects(files)
        .forEach(
            (endpoint, named) -> {
              objects.computeIfAbsent(endpoint, absent -> new TreeMap<>());
              named.forEach((name, values) -> object(endpoint, name, app).replacePackaged(values));
            });
    objects.values().forEach(all -> all.values().removeIf(object -> !object.exists()));
    AppFiles.lookups(files).forEach(lookups::installCsv);
  }

  /** What somebody makes or changes in the app by hand. */
  public synchronized void set(String endpoint, String name, Map<String, String> values) {
    object(endpoint, name, app).set(values);
  }

  /** An app that was made without this conf file. */
  public synchronized void forget(String endpoint) {
    objects.remove(endpoint);
  }

  /** What somebody puts into a lookup by hand. */
  public synchronized void setLookup(String file, String csv) {
    lookups.installCsv(file, csv);
  }

  /** Everything that is in the app, as text that is the same exactly if it is. */
  public synchronized Map<String, String> contents() {
    Map<String, String> texts = new TreeMap<>();
    objects.forEach(
        (endpoint, named) ->
            named.forEach(
                (name, object) -> texts.put(endpoint + "/" + name, object.entry(name).toString())));
    lookups.files().forEach((name, rows) -> texts.put(LOOKUPS + "/" + name, rows.toString()));
    return texts;
  }

  private KnowledgeObject object(String endpoint, String name, String owner) {
    return of(endpoint).computeIfAbsent(name, absent -> new KnowledgeObject(owner));
  }

  private Map<String, KnowledgeObject> of(String endpoint) {
    return objects.computeIfAbsent(endpoint, absent -> new TreeMap<>());
  }

  private synchronized Reply answer(Request request) {
    Map<String, String> form = form(new String(request.body(), StandardCharsets.UTF_8));
    boolean reads =
        request.method().equals("GET")
            || request.path().endsWith("/search/jobs")
                && !LookupFiles.writes(form.getOrDefault("search", ""));
    requests.add(request.method(), request.path(), !reads);
    return switch (faults.take()) {
      case DOWN -> Reply.NONE;
      case FAILED -> error(500, "Internal Server Error");
      case TOO_MANY_REQUESTS -> error(429, "Too many requests").with("Retry-After", "3");
      case REFUSED -> error(400, "Argument is not supported by this handler");
      case NONE -> served(request, form);
      case ANSWER_LOST -> {
        served(request, form);
        yield Reply.NONE;
      }
    };
  }

  private Reply served(Request request, Map<String, String> form) {
    if (!request.header("Authorization").orElse("").equals("Bearer " + token)) {
      return error(401, "call not properly authenticated");
    }
    if (request.path().equals("/services/apps/local/" + app) && !version.isEmpty()) {
      ObjectNode body = JSON.createObjectNode();
      body.putArray("entry")
          .addObject()
          .put("name", app)
          .putObject("content")
          .put("version", version);
      return Reply.json(200, body.toString());
    }
    String namespace = "/servicesNS/nobody/" + app + "/";
    if (!request.path().startsWith(namespace) || version.isEmpty()) {
      return error(404, "Could not find object");
    }
    String path = request.path().substring(namespace.length());
    if (path.equals("search/jobs")) {
      LookupFiles.Result result = lookups.run(form.getOrDefault("search", ""));
      return Reply.json(result.status(), result.body().toString());
    }
    if (path.startsWith(LOOKUPS)) {
      return lookupFile(path, request);
    }
    for (String endpoint : objects.keySet()) {
      if (path.equals(endpoint)) {
        return collection(endpoint, request, form);
      }
      if (path.startsWith(endpoint + "/")) {
        return one(endpoint, path.substring(endpoint.length() + 1), request, form);
      }
    }
    return error(404, "Could not find object id=" + path);
  }

  private Reply lookupFile(String path, Request request) {
    String name = path.length() > LOOKUPS.length() ? path.substring(LOOKUPS.length() + 1) : "";
    if (request.method().equals("DELETE")) {
      return lookups.files().remove(name) == null
          ? error(404, "Could not find object id=" + name)
          : Reply.json(200, "{}");
    }
    Map<String, KnowledgeObject> files = new TreeMap<>();
    for (String file : lookups.files().keySet()) {
      KnowledgeObject each = new KnowledgeObject(app);
      each.set(Map.of());
      files.put(file, each);
    }
    return list(files, request);
  }

  private Reply collection(String endpoint, Request request, Map<String, String> form) {
    if (request.method().equals("GET")) {
      return list(of(endpoint), request);
    }
    String name = form.getOrDefault("name", "");
    if (name.isEmpty() || endpoint.equals("saved/searches") && !form.containsKey("search")) {
      return error(400, "The following required arguments are missing");
    }
    if (of(endpoint).containsKey(name)) {
      return error(409, "In handler: An object with name=" + name + " already exists");
    }
    Map<String, String> values = new LinkedHashMap<>(form);
    values.remove("name");
    object(endpoint, name, app).set(values);
    return entries(201, List.of(object(endpoint, name, app).entry(name)), 1, 0);
  }

  private Reply one(String endpoint, String name, Request request, Map<String, String> form) {
    Optional<KnowledgeObject> there = Optional.ofNullable(of(endpoint).get(name));
    if (there.isEmpty()) {
      return error(404, "Could not find object id=" + name);
    }
    switch (request.method()) {
      case "POST" -> there.get().set(form);
      case "DELETE" -> {
        if (!there.get().isRemovable()) {
          return error(400, "The object '" + name + "' cannot be removed");
        }
        if (!there.get().dropLocal()) {
          of(endpoint).remove(name);
        }
      }
      default -> {
        // Nothing is changed.
      }
    }
    return entries(200, List.of(there.get().entry(name)), 1, 0);
  }

  private Reply list(Map<String, KnowledgeObject> named, Request request) {
    int count = request.parameter("count").map(Integer::parseInt).orElse(USUAL_PAGE);
    int offset = request.parameter("offset").map(Integer::parseInt).orElse(0);
    boolean own = request.parameter("search").orElse("").contains("eai%3Aacl.app%3D");
    List<ObjectNode> all = new ArrayList<>();
    named.forEach(
        (name, object) -> {
          if (!own || object.app().equals(app)) {
            all.add(object.entry(name));
          }
        });
    List<ObjectNode> page = all.stream().skip(offset).limit(count).toList();
    return entries(200, page, all.size(), offset);
  }

  private static Reply entries(int status, List<ObjectNode> page, int total, int offset) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode entries = body.putArray("entry");
    page.forEach(entries::add);
    body.putObject("paging").put("total", total).put("perPage", page.size()).put("offset", offset);
    body.putArray("messages");
    return Reply.json(status, body.toString());
  }

  private static Reply error(int status, String text) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("messages").addObject().put("type", "ERROR").put("text", text);
    return Reply.json(status, body.toString());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : body.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
