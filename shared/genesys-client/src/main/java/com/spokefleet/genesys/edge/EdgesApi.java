package com.spokefleet.genesys.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Edges of one org and their latest measurements. Needs the permission {@code
 * telephony:plugin:all}. Thread-safe.
 */
public final class EdgesApi {
  /** The most ids one call for measurements takes. */
  static final int IDS_PER_CALL = 100;

  private static final String PATH = "/api/v2/telephony/providers/edges";
  private static final int PAGE_SIZE = 100;
  private static final int MOST_PAGES = 1_000;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final GenesysHttp http;
  private final String orgName;
  private final EdgeDecoder decoder = new EdgeDecoder();
  private final ObjectMapper json = new ObjectMapper();

  public EdgesApi(GenesysHttp http, String orgName) {
    this.http = http;
    this.orgName = orgName;
  }

  /** The ids of all Edges. */
  public List<String> ids(Deadline deadline) {
    Set<String> ids = new LinkedHashSet<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      String purpose = "edges of " + orgName + ", page " + number;
      String path = PATH + "?pageSize=" + PAGE_SIZE + "&pageNumber=" + number;
      JsonNode page = ask(path, purpose, deadline);
      JsonNode entities = page.path("entities");
      if (!entities.isArray()) {
        throw bad(purpose, "the page has no list", null);
      }
      for (JsonNode edge : entities) {
        ids.add(id(edge, purpose));
      }
      if (entities.isEmpty() || number >= page.path("pageCount").asInt(MOST_PAGES)) {
        return List.copyOf(ids);
      }
    }
    throw bad("edges of " + orgName, "the listing does not end", null);
  }

  /**
   * The latest measurement of each Edge. One that Genesys has none of is left out by Genesys, which
   * is no error: a virtual or a new Edge.
   */
  public List<EdgeRecord> measurements(List<String> ids, Deadline deadline) {
    List<EdgeRecord> records = new ArrayList<>();
    for (int first = 0; first < ids.size(); first += IDS_PER_CALL) {
      List<String> some = ids.subList(first, Math.min(ids.size(), first + IDS_PER_CALL));
      String purpose = "metrics of " + some.size() + " edges of " + orgName;
      String path = PATH + "/metrics?edgeIds=" + String.join(",", some);
      JsonNode answer = ask(path, purpose, deadline);
      if (!answer.isArray()) {
        throw bad(purpose, "the answer is not an array", null);
      }
      answer.forEach(record -> records.add(decoder.decode(record)));
    }
    return List.copyOf(records);
  }

  /** Goes into a path, so it is checked for what could change the path. */
  private static String id(JsonNode edge, String purpose) {
    String id = edge.path("id").asText("");
    if (!ID.matcher(id).matches()) {
      throw bad(purpose, "an edge has no usable id", null);
    }
    return id;
  }

  private JsonNode ask(String path, String purpose, Deadline deadline) {
    try {
      return json.readTree(http.send(GenesysRequest.get(path, purpose), deadline).body());
    } catch (IOException malformed) {
      throw bad(purpose, "the JSON is malformed", malformed);
    }
  }

  private static GenesysException bad(String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }
}
