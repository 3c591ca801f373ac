package com.spokefleet.genesys.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.http.GenesysResponse;
import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous audit queries of one org: submit, ask for the state, read the result by cursor.
 * Needs the permission {@code audits:audit:view}. Thread-safe.
 */
public final class AuditQueries {
  /** The largest size the API documents. */
  static final int PAGE_SIZE = 500;

  private static final String PATH = "/api/v2/audits/query";
  private static final int NOT_FOUND = 404;
  private static final int ATTEMPTS = 3;

  private final GenesysHttp http;
  private final AuditDownload download;
  private final String orgName;
  private final int pageSize;
  private final ObjectMapper json = new ObjectMapper();

  public AuditQueries(GenesysHttp http, AuditDownload download, String orgName) {
    this(http, download, orgName, PAGE_SIZE);
  }

  /**
   * @param orgName for messages
   */
  public AuditQueries(GenesysHttp http, AuditDownload download, String orgName, int pageSize) {
    this.http = http;
    this.download = download;
    this.orgName = orgName;
    this.pageSize = pageSize;
  }

  /** The names of the services that can be queried, in order; never none. */
  public List<String> services(Deadline deadline) {
    String purpose = "audited services of " + orgName;
    JsonNode answer = ask(GenesysRequest.get(PATH + "/servicemapping", purpose), deadline);
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode service : answer.path("services")) {
      if (service.path("name").isTextual()) {
        names.add(service.path("name").textValue());
      }
    }
    if (names.isEmpty()) {
      throw bad(purpose, "the answer names no service", null);
    }
    return List.copyOf(names);
  }

  /**
   * Starts a query; its id. Should the answer get lost, the query may run unseen: that costs the
   * platform a little and us nothing, for results have no side effects and another one is
   * submitted.
   */
  public String submit(AuditWindow window, Deadline deadline) {
    String purpose = "audit query of " + orgName + ", " + window;
    String body =
        json.createObjectNode()
            .put("interval", window.from() + "/" + window.to())
            .put("serviceName", window.service())
            .toString();
    JsonNode answer = ask(GenesysRequest.post(PATH, body, purpose), deadline);
    String id = answer.path("id").asText("");
    if (id.isEmpty()) {
      throw bad(purpose, "the answer names no query", null);
    }
    return id;
  }

  public AuditQueryState state(String id, AuditWindow window, Deadline deadline) {
    String purpose = "state of the audit query of " + orgName + ", " + window;
    try {
      JsonNode answer = ask(GenesysRequest.get(PATH + "/" + encoded(id), purpose), deadline);
      return AuditQueryState.of(answer.path("state").asText(""));
    } catch (GenesysException refused) {
      if (refused.status().orElse(0) == NOT_FOUND) {
        return AuditQueryState.LOST;
      }
      throw refused;
    }
  }

  /**
   * Gives the records after the cursor to the sink, which may see some of them again after a fault;
   * the cursor of what follows, empty at the end. A part may be empty and not be the end.
   */
  public Optional<String> results(
      String id,
      AuditWindow window,
      Optional<String> cursor,
      Consumer<AuditRecord> sink,
      Deadline deadline) {
    String purpose =
        "audits of "
            + orgName
            + ", "
            + window
            + cursor.map(at -> ", from cursor " + at).orElse(", first page");
    Optional<String> next = whole(id, cursor, sink, purpose, deadline);
    if (next.isPresent() && next.equals(cursor)) {
      throw bad(purpose, "the answer repeats the cursor it was asked for", null);
    }
    return next;
  }

  private Optional<String> whole(
      String id,
      Optional<String> cursor,
      Consumer<AuditRecord> sink,
      String purpose,
      Deadline deadline) {
    boolean redirect = true;
    for (int attempt = 1; ; attempt++) {
      GenesysRequest request = GenesysRequest.get(path(id, cursor, redirect), purpose);
      GenesysResponse answer =
          http.send(redirect ? request.acceptingRedirect() : request, deadline);
      try {
        AuditStream stream = attempt < ATTEMPTS ? AuditStream.strict() : AuditStream.lenient();
        AuditStream.Envelope page = stream.read(new ByteArrayInputStream(answer.body()), sink);
        if (page.downloadUrl().isEmpty()) {
          return page(page, answer);
        }
        if (downloaded(page.downloadUrl().get(), sink, purpose, deadline)) {
          return page.cursor();
        }
        // A signed address can be stale or lie where we do not go: the same rows come in pages.
        redirect = false;
      } catch (MalformedAuditsException malformed) {
        if (attempt == ATTEMPTS) {
          throw bad(purpose, malformed.getMessage() + ", " + attempt + " times", malformed);
        }
      }
    }
  }

  private static Optional<String> page(AuditStream.Envelope page, GenesysResponse answer)
      throws MalformedAuditsException {
    if (answer.status() / 100 == 3) {
      throw new MalformedAuditsException("the redirect names no downloadUrl");
    }
    if (!page.listed() && page.cursor().isPresent()) {
      throw new MalformedAuditsException("the page has a cursor and no list");
    }
    return page.cursor();
  }

  private boolean downloaded(
      String address, Consumer<AuditRecord> sink, String purpose, Deadline deadline)
      throws MalformedAuditsException {
    Optional<URI> allowed = download.allowed(address);
    if (allowed.isEmpty()) {
      return false;
    }
    try {
      download.read(allowed.get(), sink, purpose, deadline);
      return true;
    } catch (GenesysException refused) {
      if (refused.kind() == FailureKind.PERMANENT || refused.kind() == FailureKind.BAD_DATA) {
        return false;
      }
      throw refused;
    }
  }

  private String path(String id, Optional<String> cursor, boolean redirect) {
    return PATH
        + "/"
        + encoded(id)
        + "/results?pageSize="
        + pageSize
        + "&expand=user"
        + (redirect ? "&allowRedirect=true" : "")
        + cursor.map(at -> "&cursor=" + encoded(at)).orElse("");
  }

  private JsonNode ask(GenesysRequest request, Deadline deadline) {
    try {
      return json.readTree(http.send(request, deadline).body());
    } catch (IOException malformed) {
      throw bad(request.purpose(), "the JSON is malformed", malformed);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static GenesysException bad(String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }
}
