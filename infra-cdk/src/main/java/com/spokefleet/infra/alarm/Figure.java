package com.spokefleet.infra.alarm;

import com.spokefleet.telemetry.Dimension;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.MetricName;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One metric of CloudWatch and how it is summed up.
 *
 * @param statistic such as Sum or Maximum
 */
public record Figure(
    String namespace, String metric, Map<String, String> dimensions, String statistic) {
  /** Namespace of our own metrics. */
  public static final String OURS = EmbeddedMetrics.NAMESPACE;

  public Figure {
    dimensions = new TreeMap<>(dimensions);
  }

  /**
   * A metric of ours.
   *
   * @throws IllegalArgumentException if it is not declared with these dimensions
   */
  public static Figure of(MetricName metric, String statistic, Map<Dimension, String> dimensions) {
    if (!metric.dimensions().equals(dimensions.keySet())) {
      throw new IllegalArgumentException(
          "Cannot watch %s by %s: it is declared by %s"
              .formatted(metric.key(), dimensions.keySet(), metric.dimensions()));
    }
    Map<String, String> keys = new TreeMap<>();
    new EnumMap<>(dimensions).forEach((dimension, value) -> keys.put(dimension.key(), value));
    return new Figure(OURS, metric.key(), keys, statistic);
  }

  public static Figure ofQueue(String queue) {
    return new Figure(
        "AWS/SQS", "ApproximateNumberOfMessagesVisible", Map.of("QueueName", queue), "Maximum");
  }

  public static Figure ofFunction(String function, String metric) {
    return new Figure("AWS/Lambda", metric, Map.of("FunctionName", function), "Sum");
  }

  public static Figure ofStream(String stream, String metric, String statistic) {
    return new Figure("AWS/Firehose", metric, Map.of("DeliveryStreamName", stream), statistic);
  }
}
