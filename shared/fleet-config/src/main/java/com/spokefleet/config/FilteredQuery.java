package com.spokefleet.config;

import java.util.List;
import java.util.Map;

/**
 * A kind of query that takes filters.
 *
 * @param kinds its filters that count, in the order in which they are written to a request
 * @param ignored members of such a query that Spokefleet sets itself; a pasted query holds them and
 *     they are left out
 * @param unsupported its filters that cannot be used, and why
 */
record FilteredQuery(
    List<FilterKind> kinds, List<String> ignored, Map<String, String> unsupported) {
  private static final String JUDGED_LATER =
      "is not supported: it would admit a conversation long after it was read, when it is judged";

  /** Conversation details; a count, a whole day and a job are filtered alike. */
  static final FilteredQuery CONVERSATIONS =
      new FilteredQuery(
          List.of(FilterKind.CONVERSATION, FilterKind.SEGMENT),
          List.of(
              "interval",
              "order",
              "orderBy",
              "paging",
              "aggregations",
              "limit",
              "startOfDayIntervalMatching"),
          Map.of(
              "evaluationFilters", JUDGED_LATER,
              "surveyFilters", JUDGED_LATER,
              "resolutionFilters", JUDGED_LATER));

  /** Users details. */
  static final FilteredQuery USERS =
      new FilteredQuery(
          List.of(FilterKind.USER, FilterKind.PRESENCE, FilterKind.ROUTING_STATUS),
          List.of(
              "interval",
              "order",
              "paging",
              "presenceAggregations",
              "routingStatusAggregations",
              "limit"),
          Map.of());

  List<String> kindNames() {
    return kinds.stream().map(FilterKind::member).toList();
  }
}
