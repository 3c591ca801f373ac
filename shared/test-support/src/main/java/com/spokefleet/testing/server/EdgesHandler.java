package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.edge.EdgeJson;
import com.spokefleet.testing.edge.FakeEdges;
import com.spokefleet.testing.faults.Endpoint;
import java.util.List;
import java.util.Map;

/** Answers the list of Edges and the metrics of at most a hundred of them. */
final class EdgesHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int LARGEST_PAGE = 100;
  private static final int MOST_IDS = 100;

  private final OrgContext org;
  private final FakeEdges edges;

  EdgesHandler(OrgContext org, FakeEdges edges) {
    this.org = org;
    this.edges = edges;
  }

  @Override
  public Reply handle(ApiCall call) {
    return call.endpoint() == Endpoint.EDGES ? list(call.parameters()) : metrics(call.parameters());
  }

  private Reply list(Map<String, String> parameters) {
    int number;
    int size;
    try {
      number = Integer.parseInt(parameters.getOrDefault("pageNumber", "1"));
      size = Integer.parseInt(parameters.getOrDefault("pageSize", "" + DEFAULT_PAGE_SIZE));
    } catch (NumberFormatException malformed) {
      return ErrorReplies.badRequest("The paging is not a number.");
    }
    if (number < 1 || size < 1 || size > LARGEST_PAGE) {
      return ErrorReplies.badRequest("The pageSize must be from 1 to " + LARGEST_PAGE + ".");
    }
    List<String> ids = edges.ids();
    int from = Math.min(ids.size(), (number - 1) * size);
    int to = Math.min(ids.size(), from + size);
    int pages = (ids.size() + size - 1) / size;
    ObjectNode body = JSON.createObjectNode();
    ArrayNode entities = body.putArray("entities");
    for (String id : ids.subList(from, to)) {
      entities
          .addObject()
          .put("id", id)
          .put("name", EdgeJson.name(id))
          .put("state", "active")
          .put("onlineStatus", "ONLINE")
          .put("selfUri", Endpoint.EDGES.path() + "/" + id);
    }
    body.put("pageSize", size).put("pageNumber", number);
    body.put("total", ids.size()).put("pageCount", pages);
    if (number < pages) {
      body.put("nextUri", Endpoint.EDGES.path() + "?pageNumber=" + (number + 1));
    }
    org.served().rows(Endpoint.EDGES, to - from, 0);
    return Reply.json(200, body.toString());
  }

  private Reply metrics(Map<String, String> parameters) {
    List<String> asked = List.of(parameters.getOrDefault("edgeIds", "").split(",", -1));
    if (asked.size() > MOST_IDS || asked.getFirst().isEmpty()) {
      return ErrorReplies.badRequest("edgeIds must hold from 1 to " + MOST_IDS + " ids.");
    }
    List<String> known = edges.ids();
    ArrayNode body = JSON.createArrayNode();
    for (String id : asked) {
      if (known.contains(id)) {
        body.add(EdgeJson.ofReply(edges.at(id, org.clock().instant())));
      }
    }
    org.served().rows(Endpoint.EDGE_METRICS, body.size(), 0);
    return Reply.json(200, body.toString());
  }
}
