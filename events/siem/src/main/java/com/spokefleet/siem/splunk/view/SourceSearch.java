package com.spokefleet.siem.splunk.view;

import com.spokefleet.siem.dashboard.Filter;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.splunk.spl.SplSearch;
import java.util.List;
import java.util.stream.Collectors;

/** The beginning of a panel's search: its events, narrowed by what the analyst has chosen. */
record SourceSearch(List<Filter> filters) {
  SourceSearch {
    filters = List.copyOf(filters);
  }

  /**
   * @param when in the language of detections; empty for all
   */
  String of(Source source, String when) {
    String chosen =
        filters.stream()
            .filter(filter -> filter.sources().contains(source))
            .map(filter -> "$" + token(filter) + "$")
            .collect(Collectors.joining(" "));
    String conditions = (chosen + " " + condition(when)).strip();
    return conditions.isEmpty() ? events(source) : events(source) + " | search " + conditions;
  }

  /** The token that holds a filter's condition, {@code *} while nothing is chosen. */
  static String token(Filter filter) {
    return "where_" + filter.field();
  }

  static String events(Source source) {
    return switch (source) {
      case EVENTS -> "`genesys_events`";
      case AUDITS -> "`genesys_audits` | eval actor_name=coalesce(actor_name, actor_id)";
      case HANG_UPS -> "`genesys_hang_ups`";
      case CONVERSATIONS -> "`genesys_conversations`";
      case EDGES -> "`genesys_edges`";
      case OPERATIONS -> "`genesys_operations`";
      case ALERTS -> "`genesys_alerts`";
      case BACKEND_ERRORS -> "`genesys_backend_errors`";
      case STREAM -> "`genesys_stream`";
    };
  }

  private static String condition(String when) {
    // A dollar would begin a token.
    return when.isEmpty() ? "" : SplSearch.of(PredicateParser.parse(when)).replace("$", "$$");
  }
}
