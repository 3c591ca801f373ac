package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Reads the body of a details query as strictly as the platform does, and limits with it. */
final class DetailsQueryParser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DAY_MILLIS = 86_400_000;
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int LARGEST_PAGE = 100;
  private static final Set<String> KEYS =
      Set.of("interval", "conversationFilters", "segmentFilters", "paging", "order", "orderBy");
  private static final Set<String> JOB_KEYS =
      Set.of(
          "interval",
          "conversationFilters",
          "segmentFilters",
          "order",
          "orderBy",
          "limit",
          "startOfDayIntervalMatching");

  DetailsQuery parse(byte[] text) throws BadQueryException {
    JsonNode body = read(text);
    requireKnown(body, KEYS);
    JsonNode paging = body.path("paging");
    requireKnown(paging, Set.of("pageNumber", "pageSize"));
    List<QueryFilter> conversationFilters =
        FilterParser.parse(body.path("conversationFilters"), FilterParser.CONVERSATION_DIMENSIONS);
    List<QueryFilter> segmentFilters =
        FilterParser.parse(body.path("segmentFilters"), FilterParser.SEGMENT_DIMENSIONS);
    boolean filtered = !conversationFilters.isEmpty() || !segmentFilters.isEmpty();
    long[] interval = interval(body.path("interval").asText(), filtered ? 31 : 7);
    ObjectNode key = ((ObjectNode) body).deepCopy().without("paging");
    return new DetailsQuery(
        key.toString(),
        Math.floorDiv(interval[0], DAY_MILLIS),
        Math.floorDiv(Math.max(interval[0], interval[1] - 1), DAY_MILLIS),
        order(body.path("order").asText("asc")),
        orderBy(body.path("orderBy").asText("conversationStart")),
        number(paging, "pageNumber", 1, Integer.MAX_VALUE),
        number(paging, "pageSize", DEFAULT_PAGE_SIZE, LARGEST_PAGE),
        conversationFilters,
        segmentFilters);
  }

  /** A job has no paging. The interval's limit is taken to be that of the query. */
  DetailsJobQuery parseJob(byte[] text) throws BadQueryException {
    JsonNode body = read(text);
    requireKnown(body, JOB_KEYS);
    JsonNode byStartDay = body.path("startOfDayIntervalMatching");
    if (!byStartDay.isMissingNode() && !byStartDay.isBoolean()) {
      throw new BadQueryException("startOfDayIntervalMatching is not true or false.");
    }
    ObjectNode query = ((ObjectNode) body).deepCopy();
    query.remove(List.of("startOfDayIntervalMatching", "limit"));
    long[] interval = interval(body.path("interval").asText(), 31);
    return new DetailsJobQuery(
        interval[0],
        interval[1],
        byStartDay.asBoolean(false),
        parse(query.toString().getBytes(StandardCharsets.UTF_8)));
  }

  static JsonNode read(byte[] text) throws BadQueryException {
    try {
      JsonNode body = JSON.readTree(text);
      if (!body.isObject()) {
        throw new BadQueryException("The request body is not an object.");
      }
      return body;
    } catch (JsonProcessingException malformed) {
      throw new BadQueryException(
          "The request body is malformed: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static void requireKnown(JsonNode object, Set<String> known) throws BadQueryException {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!known.contains(name)) {
        throw new BadQueryException("Unrecognized property \"" + name + "\" in the query.");
      }
    }
  }

  static long[] interval(String text, int mostDays) throws BadQueryException {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new BadQueryException("The interval \"" + text + "\" is not of the form start/end.");
    }
    try {
      Instant from = OffsetDateTime.parse(parts[0]).toInstant();
      Instant to = OffsetDateTime.parse(parts[1]).toInstant();
      if (to.isBefore(from)) {
        throw new BadQueryException("The interval \"" + text + "\" ends before it starts.");
      }
      if (Duration.between(from, to).compareTo(Duration.ofDays(mostDays)) > 0) {
        throw new BadQueryException(
            "You must specify a search interval as part of your query that does not exceed "
                + mostDays
                + " days");
      }
      return new long[] {from.toEpochMilli(), to.toEpochMilli()};
    } catch (DateTimeParseException malformed) {
      throw new BadQueryException("The interval \"" + text + "\" is not in ISO-8601 form.");
    }
  }

  static int number(JsonNode paging, String name, int otherwise, int most)
      throws BadQueryException {
    JsonNode value = paging.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.asInt() < 1 || value.asInt() > most) {
      throw new BadQueryException("The " + name + " must be from 1 to " + most + ".");
    }
    return value.asInt();
  }

  private static DetailsQuery.Order order(String text) throws BadQueryException {
    return switch (text) {
      case "asc", "unordered" -> DetailsQuery.Order.ASCENDING;
      case "desc" -> DetailsQuery.Order.DESCENDING;
      default -> throw new BadQueryException("Unknown order \"" + text + "\".");
    };
  }

  private static DetailsQuery.OrderBy orderBy(String text) throws BadQueryException {
    return switch (text) {
      case "conversationStart", "segmentStart" -> DetailsQuery.OrderBy.START;
      case "conversationEnd", "segmentEnd" -> DetailsQuery.OrderBy.END;
      default -> throw new BadQueryException("Unknown orderBy \"" + text + "\".");
    };
  }
}
