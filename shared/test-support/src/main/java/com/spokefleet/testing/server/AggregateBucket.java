package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import com.spokefleet.testing.org.ServiceTargets;
import java.util.Map;
import java.util.TreeMap;

/** What one group emitted within one bucket of time. */
final class AggregateBucket {
  private static final Stats NONE = new Stats();

  private final Map<String, Stats> metrics = new TreeMap<>();
  private final Map<String, Stats> views = new TreeMap<>();

  /** Count, sum and extremes of the values emitted. */
  private static final class Stats {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    void add(long value) {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }

    void write(ObjectNode stats) {
      stats.put("max", max).put("min", min).put("count", count).put("sum", sum);
    }
  }

  void add(Emission emission, AggregatesQuery query) {
    metrics.computeIfAbsent(emission.metric(), _ -> new Stats()).add(emission.value());
    for (AggregatesQuery.View view : query.views()) {
      if (view.target().equals(emission.metric()) && view.admits(emission.value())) {
        views.computeIfAbsent(view.name(), _ -> new Stats()).add(emission.value());
      }
    }
  }

  /** Writes the metrics that were asked for and have data; false if there are none. */
  boolean write(ObjectNode data, AggregatesQuery query, ServiceLevelSwitches switches) {
    ArrayNode list = data.putArray("metrics");
    for (Map.Entry<String, Stats> metric : metrics.entrySet()) {
      if (query.metrics().contains(metric.getKey())) {
        ObjectNode stats = metric(list, metric.getKey());
        if (AggregateMetrics.COUNTERS.contains(metric.getKey())) {
          stats.put("count", metric.getValue().sum);
        } else {
          metric.getValue().write(stats);
        }
      }
    }
    if (query.metrics().contains(AggregateMetrics.SERVICE_TARGET)) {
      metric(list, AggregateMetrics.SERVICE_TARGET).put("current", ServiceTargets.SHARE);
    }
    if (query.metrics().contains(AggregateMetrics.SERVICE_LEVEL)) {
      writeServiceLevel(list, switches);
    }
    if (!views.isEmpty()) {
      ArrayNode viewList = data.putArray("views");
      views.forEach(
          (name, stats) -> stats.write(viewList.addObject().put("name", name).putObject("stats")));
    }
    return !list.isEmpty();
  }

  private void writeServiceLevel(ArrayNode list, ServiceLevelSwitches switches) {
    long answered = stats("tAnswered").count;
    long denominator =
        switches.denominator(
            answered,
            stats("tAbandon").count,
            stats("tShortAbandon").count,
            stats("tFlowOut").count);
    if (denominator > 0) {
      long inTime = answered - Math.max(0, stats("nOverSla").sum);
      metric(list, AggregateMetrics.SERVICE_LEVEL)
          .put("ratio", (double) inTime / denominator)
          .put("numerator", inTime)
          .put("denominator", denominator)
          .put("target", ServiceTargets.SHARE);
    }
  }

  private Stats stats(String metric) {
    return metrics.getOrDefault(metric, NONE);
  }

  private static ObjectNode metric(ArrayNode list, String name) {
    return list.addObject().put("metric", name).putObject("stats");
  }
}
