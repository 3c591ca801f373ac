package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the body of an aggregates query as strictly as the platform does. */
final class AggregatesQueryParser {
  private static final Set<String> KEYS =
      Set.of(
          "interval",
          "granularity",
          "timeZone",
          "groupBy",
          "filter",
          "metrics",
          "views",
          "flattenMultivaluedDimensions");
  private static final Set<String> DIMENSIONS = Set.of("queueId", "mediaType", "direction");
  private static final int MOST_VIEWS = 10;
  private static final int MOST_PREDICATES = 200;

  private final Duration longestInterval;

  AggregatesQueryParser(Duration longestInterval) {
    this.longestInterval = longestInterval;
  }

  AggregatesQuery parse(byte[] text) throws BadQueryException {
    JsonNode body = QueryJson.read(text);
    QueryJson.requireKnown(body, KEYS);
    long[] interval = QueryJson.interval(body.path("interval").asText());
    if (interval[1] - interval[0] > longestInterval.toMillis()) {
      throw new BadQueryException(
          "The interval of the query is too large: it may not exceed " + longestInterval);
    }
    Set<String> metrics = metrics(body.path("metrics"));
    return new AggregatesQuery(
        interval[0],
        interval[1],
        granularity(body, interval[1] - interval[0]),
        groupBy(body.path("groupBy")),
        body.has("filter") ? filter(body.path("filter")) : AggregatesFilter.NONE,
        metrics,
        views(body.path("views")));
  }

  private static long granularity(JsonNode body, long whole) throws BadQueryException {
    try {
      ZoneId.of(body.path("timeZone").asText("UTC"));
      if (!body.has("granularity")) {
        return Math.max(1, whole);
      }
      Duration granularity = Duration.parse(body.path("granularity").asText());
      if (granularity.compareTo(Duration.ofMinutes(1)) >= 0) {
        return granularity.toMillis();
      }
    } catch (DateTimeException malformed) {
      throw new BadQueryException("Unknown time zone or granularity: " + malformed.getMessage());
    }
    throw new BadQueryException("The granularity must be at least a minute.");
  }

  private static List<String> groupBy(JsonNode array) throws BadQueryException {
    LinkedHashSet<String> dimensions = new LinkedHashSet<>();
    for (JsonNode name : array) {
      if (!DIMENSIONS.contains(name.asText())) {
        throw new BadQueryException("Unknown groupBy \"" + name.asText() + "\".");
      }
      dimensions.add(name.asText());
    }
    return List.copyOf(dimensions);
  }

  private static Set<String> metrics(JsonNode array) throws BadQueryException {
    Set<String> metrics = new HashSet<>();
    for (JsonNode name : array) {
      if (!AggregateMetrics.isKnown(name.asText())) {
        throw new BadQueryException("Unknown metric \"" + name.asText() + "\".");
      }
      metrics.add(name.asText());
    }
    if (metrics.isEmpty()) {
      throw new BadQueryException("The query names no metric.");
    }
    return metrics;
  }

  private static AggregatesFilter filter(JsonNode filter) throws BadQueryException {
    AggregatesFilter parsed = AggregatesFilter.parse(filter, DIMENSIONS);
    if (parsed.size() > MOST_PREDICATES) {
      throw new BadQueryException("The query may not have more than 200 predicates.");
    }
    return parsed;
  }

  private static List<AggregatesQuery.View> views(JsonNode array) throws BadQueryException {
    List<AggregatesQuery.View> views = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode view : array) {
      QueryJson.requireKnown(view, Set.of("target", "name", "function", "range"));
      QueryJson.requireKnown(view.path("range"), Set.of("gte", "lt"));
      String name = view.path("name").asText();
      String target = view.path("target").asText();
      JsonNode range = view.path("range");
      if (name.isEmpty() || AggregateMetrics.isKnown(name) || !names.add(name)) {
        throw new BadQueryException("The view name \"" + name + "\" is taken or missing.");
      }
      if (!AggregateMetrics.TIMERS.contains(target)) {
        throw new BadQueryException("A view cannot look at \"" + target + "\".");
      }
      if (!view.path("function").asText().equals("rangeBound")
          || !range.has("gte") && !range.has("lt")
          || range.has("gte") && !range.get("gte").isIntegralNumber()
          || range.has("lt") && !range.get("lt").isIntegralNumber()) {
        throw new BadQueryException("The view \"" + name + "\" needs a rangeBound with a bound.");
      }
      views.add(
          new AggregatesQuery.View(
              target,
              name,
              range.path("gte").asLong(Long.MIN_VALUE),
              range.path("lt").asLong(Long.MAX_VALUE)));
    }
    if (views.size() > MOST_VIEWS) {
      throw new BadQueryException("The query may not have more than 10 views.");
    }
    return List.copyOf(views);
  }
}
