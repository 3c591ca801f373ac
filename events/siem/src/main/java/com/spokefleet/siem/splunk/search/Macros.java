package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.HangUps;
import com.spokefleet.siem.dashboard.StreamFigure;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.splunk.conf.ConfFile;
import com.spokefleet.siem.splunk.field.SearchTimeFields;
import com.spokefleet.siem.splunk.field.SourceType;
import com.spokefleet.siem.splunk.spl.SplText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * What every search begins with. The first macros are all there is to set: indexes, where alerts
 * go, the backend's errors, CloudWatch's figures.
 */
public final class Macros {
  /** Where our own alerts are found, and what makes them ours. */
  public static final String ALERT_SOURCE = "spokefleet:alerts";

  /** Used where AWS's figures may lie anywhere else. */
  private static final String CLOUDWATCH = "index=\"aws\" sourcetype=\"aws:cloudwatch\"";

  private Macros() {}

  public static byte[] file(SiemContext context) {
    ConfFile file =
        new ConfFile(
            "The first four are this app's settings; searches, event types and dashboards use them.");
    define(file, "genesys_index", "index=" + SplText.quoted(context.index()));
    define(
        file,
        "genesys_alert_target",
        "index=%s source=\"%s\"".formatted(SplText.quoted(context.index()), ALERT_SOURCE));
    define(file, "genesys_backend_errors", "(" + context.backendErrors().splunk() + ")");
    define(file, "genesys_cloudwatch", CLOUDWATCH);
    define(file, "genesys_events", "`genesys_index` " + sourceTypes(EventScope.ALL));
    define(file, "genesys_audits", "`genesys_index` " + sourceTypes(EventScope.AUDITS));
    define(
        file, "genesys_conversations", "`genesys_index` " + sourceTypes(EventScope.CONVERSATIONS));
    define(file, "genesys_edges", "`genesys_index` " + sourceTypes(EventScope.EDGES));
    define(file, "genesys_operations", "`genesys_index` " + sourceTypes(EventScope.OPERATIONS));
    define(file, "genesys_alerts", "`genesys_index` source=\"" + ALERT_SOURCE + '"');
    define(file, "genesys_hang_ups", hangUps());
    define(file, "genesys_stream", StreamFigures.search(context));
    AlertSearch.define(file);
    BaselineSearch.define(file);
    return file.bytes();
  }

  /** The macro that brings the events of a scope. */
  static String of(EventScope scope) {
    return switch (scope) {
      case AUDITS -> "`genesys_audits`";
      case CONVERSATIONS -> "`genesys_conversations`";
      case EDGES -> "`genesys_edges`";
      case OPERATIONS -> "`genesys_operations`";
      case ALL -> "`genesys_events`";
    };
  }

  /** What a figure of the stream is called in the field {@code figure}. */
  public static String word(StreamFigure figure) {
    return StreamFigures.word(figure);
  }

  static void define(ConfFile file, String name, String definition, String... arguments) {
    ConfFile.Stanza stanza =
        file.stanza(arguments.length == 0 ? name : name + "(" + arguments.length + ")");
    if (arguments.length > 0) {
      stanza.set("args", String.join(", ", arguments));
    }
    stanza.set("definition", definition).set("iseval", 0);
  }

  private static String sourceTypes(EventScope scope) {
    List<String> types =
        scope == EventScope.ALL
            ? List.of(SourceType.STREAMED, SourceType.POLLED_AUDIT.text())
            : SourceType.of(scope).stream().map(SourceType::text).toList();
    return types.stream()
        .map(type -> "sourcetype=\"" + type + '"')
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /**
   * Every conversation once: the moment of its first sign of a hang-up, and the first leg that one
   * tells; of several at the same moment the one nearest to an agent.
   */
  private static String hangUps() {
    SequencedSet<String> legs = new LinkedHashSet<>();
    HangUps.signs().forEach(sign -> legs.add(sign.leg()));
    StringBuilder rank = new StringBuilder("case(");
    int next = 1;
    for (String leg : legs) {
      if (!leg.isEmpty()) {
        rank.append("hang_up=\"").append(leg).append("\", ").append(next).append(", ");
        next++;
      }
    }
    rank.append("true(), 0)");
    return """
        `genesys_conversations` hang_up="*"
        | eval told=if(hang_up="%s", null(), hang_up), rank=%s
        | sort 0 _time, -rank
        | stats min(_time) AS _time, first(told) AS leg, first(org_name) AS org_name, \
        first(media_type) AS media_type, first(queue_id) AS queue_id, first(flow_id) AS flow_id \
        BY org_id, conversation_id
        | fillnull value="unknown" leg
        | eval genesys_identity=org_id."|".conversation_id"""
        .formatted(SearchTimeFields.UNTOLD, rank);
  }
}
