package com.spokefleet.testing.siem.datadog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.stream.intake.Request;
import java.util.Collection;
import java.util.List;

/** How each kind's list is paged and wrapped. */
final class DatadogLists {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SUMMARY =
      List.of("id", "title", "description", "layout_type", "url", "is_read_only", "author_handle");

  private DatadogLists() {}

  static String page(ContentKind kind, Collection<ObjectNode> all, Request request) {
    return switch (kind) {
      case PIPELINE -> array(all).toString();
      case METRIC -> JSON.createObjectNode().set("data", array(all)).toString();
      case MONITOR -> {
        int size = number(request, "page_size", Integer.MAX_VALUE);
        yield array(part(all, (long) number(request, "page", 0) * size, size)).toString();
      }
      case RULE -> {
        int size = number(request, "page%5Bsize%5D", 10);
        ObjectNode body = JSON.createObjectNode();
        long first = (long) number(request, "page%5Bnumber%5D", 0) * size;
        body.set("data", array(part(all, first, size)));
        body.putObject("meta").putObject("page").put("total_count", all.size());
        yield body.toString();
      }
      case DASHBOARD -> {
        int size = number(request, "count", Integer.MAX_VALUE);
        ArrayNode summaries = JSON.createArrayNode();
        for (ObjectNode dashboard : part(all, number(request, "start", 0), size)) {
          summaries.add(dashboard.deepCopy().retain(SUMMARY));
        }
        yield JSON.createObjectNode().set("dashboards", summaries).toString();
      }
    };
  }

  private static ArrayNode array(Collection<ObjectNode> objects) {
    ArrayNode array = JSON.createArrayNode();
    objects.forEach(array::add);
    return array;
  }

  private static List<ObjectNode> part(Collection<ObjectNode> all, long first, int size) {
    return all.stream().skip(first).limit(size).toList();
  }

  private static int number(Request request, String parameter, int usual) {
    return request.parameter(parameter).map(Integer::parseInt).orElse(usual);
  }
}
