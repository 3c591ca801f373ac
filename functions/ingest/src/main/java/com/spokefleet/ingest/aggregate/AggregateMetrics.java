package com.spokefleet.ingest.aggregate;

import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;

/** The figures one run of aggregates leaves, and what it counts on the way. */
final class AggregateMetrics {
  private final Metrics metrics;
  private final Dimensions dimensions;
  private long read;
  private long changed;

  AggregateMetrics(Metrics metrics, String org) {
    this.metrics = metrics;
    this.dimensions = Dimensions.org(org).dataset(ConversationAggregatesDataset.NAME);
  }

  void landed(long intervals, long unknown, long withoutQueue, long unexplained, long partitions) {
    read += intervals;
    changed += partitions;
    metrics.count(MetricName.INTERVALS_LANDED, intervals, dimensions);
    metrics.count(MetricName.UNKNOWN_FIELDS, unknown, dimensions);
    metrics.count(MetricName.INTERVALS_WITHOUT_QUEUE, withoutQueue, dimensions);
    metrics.count(MetricName.SERVICE_LEVELS_UNEXPLAINED, unexplained, dimensions);
  }

  void ended(AggregateProgress progress, Instant now) {
    metrics.duration(
        MetricName.DATA_AGE_MS, Duration.between(progress.watermark(), now), dimensions);
    metrics.duration(MetricName.GAP_MS, Duration.ofDays(progress.pendingDays().size()), dimensions);
  }

  long read() {
    return read;
  }

  long changed() {
    return changed;
  }
}
