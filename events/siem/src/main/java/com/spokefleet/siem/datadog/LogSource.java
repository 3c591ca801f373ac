package com.spokefleet.siem.datadog;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Filter;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.predicate.PredicateParser;
import java.util.stream.Collectors;

/** Where a source of a dashboard is in Datadog, unless it is made of metrics. */
final class LogSource {
  private final SiemContext context;
  private final Dashboard dashboard;
  private final Source source;

  LogSource(SiemContext context, Dashboard dashboard, Source source) {
    this.context = context;
    this.dashboard = dashboard;
    this.source = source;
  }

  /** For a query of figures. */
  String dataSource() {
    return source == Source.ALERTS ? "security_signals" : "logs";
  }

  /** What a count counts different values of; empty if records themselves are counted. */
  String identity() {
    return switch (source) {
      case EVENTS, AUDITS, CONVERSATIONS, EDGES, OPERATIONS -> "@" + LogPipeline.IDENTITY;
      case HANG_UPS -> attribute("conversation_id");
      case ALERTS, BACKEND_ERRORS, STREAM -> "";
    };
  }

  /** What Datadog calls a field of the model. */
  String attribute(String field) {
    if (source == Source.ALERTS) {
      return switch (field) {
        case "severity" -> "status";
        case "detection", "basis" -> field;
        case "description", "response" -> "message";
        default -> LogQuery.attribute(field);
      };
    }
    // The record for Splunk has an Edge's name, else its id, there.
    return LogQuery.attribute(field.equals("dest") ? "edge_name" : field);
  }

  /** Selects what the source has, the dashboard's filters heeded, that meets the predicate. */
  String query(String when) {
    String filters =
        dashboard.filters().stream()
            .filter(filter -> filter.sources().contains(source))
            .map(filter -> " " + variable(filter))
            .collect(Collectors.joining());
    String condition =
        when.isEmpty()
            ? ""
            : " " + new LogQuery(this::attribute).amongOthers(PredicateParser.parse(when));
    return base() + filters + condition;
  }

  static String variable(Filter filter) {
    return "$" + filter.field();
  }

  private String base() {
    return switch (source) {
      case EVENTS -> LogQuery.of(EventScope.ALL);
      case AUDITS -> LogQuery.of(EventScope.AUDITS);
      case CONVERSATIONS -> LogQuery.of(EventScope.CONVERSATIONS);
      case EDGES -> LogQuery.of(EventScope.EDGES);
      case OPERATIONS -> LogQuery.of(EventScope.OPERATIONS);
      case HANG_UPS -> LogQuery.of(EventScope.CONVERSATIONS) + " @" + LogPipeline.LEG + ":*";
      case ALERTS -> String.join(" ", new Ownership(context.fleet()).tagsOfAll());
      case BACKEND_ERRORS -> "(" + context.backendErrors().datadog() + ")";
      case STREAM ->
          throw new IllegalArgumentException("Cannot search logs for figures of the stream");
    };
  }
}
