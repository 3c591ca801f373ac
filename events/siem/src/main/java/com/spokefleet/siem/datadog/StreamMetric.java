package com.spokefleet.siem.datadog;

import com.spokefleet.siem.dashboard.StreamFigure;
import java.util.List;
import java.util.Locale;

/**
 * Figures of the event stream as Datadog's integration of AWS brings them.
 *
 * <p>Metrics of AWS are called {@code aws.<service>.<name in snake case>} and bear the tags of the
 * resource, as Datadog documents them. Those of a namespace of one's own keep their name behind
 * that of the namespace in small letters, as public dashboards of other namespaces show; by default
 * Datadog collects only their averages, and sums, with {@code .sum} behind the name, have to be
 * asked for.
 */
final class StreamMetric {
  /** The dimension that our own metrics tell the org by. */
  static final String ORG = "org";

  static final String STREAM = "deliverystreamname";
  static final String QUEUE = "queuename";

  private static final String OURS = "Spokefleet";

  private StreamMetric() {}

  static boolean isOurs(StreamFigure figure) {
    return figure.namespace().equals(OURS);
  }

  /** One query for each metric that may have the figure; the sum of them is the figure. */
  static List<String> queries(StreamFigure figure, String scope, List<String> by) {
    String statistic = figure.statistic() == StreamFigure.Statistic.SUM ? "sum" : "max";
    String groups = by.isEmpty() ? "" : " by {" + String.join(",", by) + "}";
    return figure.metrics().stream()
        .map(metric -> statistic + ":" + name(figure, metric) + "{" + scope + "}" + groups)
        .toList();
  }

  /** What adds up a sum over each point of time; what is collected from us is gauges of sums. */
  static String adding(StreamFigure figure) {
    return isOurs(figure) ? ".rollup(sum)" : ".as_count()";
  }

  static String name(StreamFigure figure, String metric) {
    if (isOurs(figure)) {
      return figure.namespace().toLowerCase(Locale.ROOT) + "." + metric + ".sum";
    }
    String name =
        metric.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('.', '_').toLowerCase(Locale.ROOT);
    return figure.namespace().toLowerCase(Locale.ROOT).replace('/', '.') + "." + name;
  }
}
