package com.spokefleet.ingest.conversation;

import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;

/**
 * The figures one run of conversation details leaves: the accounting equation, what is owed and how
 * old the data is.
 */
public final class DetailsMetrics {
  private final Metrics metrics;
  private final Dimensions dimensions;

  public DetailsMetrics(Metrics metrics, String org) {
    this.metrics = metrics;
    this.dimensions = Dimensions.org(org).dataset(ConversationBuffer.DATASET);
  }

  void record(ReadCounts counts, ConversationProgress progress, Instant now) {
    record(counts, metrics, dimensions);
    metrics.duration(
        MetricName.DATA_AGE_MS, Duration.between(progress.watermark(), now), dimensions);
    Duration owed =
        progress.gaps().stream()
            .map(gap -> Duration.between(gap.from(), gap.to()))
            .reduce(
                Duration.ofDays(progress.pendingDays().size() + progress.unreachableDays().size()),
                Duration::plus);
    metrics.duration(MetricName.GAP_MS, owed, dimensions);
  }

  /** The accounting equation alone. */
  static void record(ReadCounts counts, Metrics metrics, Dimensions dimensions) {
    metrics.count(MetricName.CONVERSATIONS_FETCHED, counts.fetched(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_LANDED, counts.landed(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_DUPLICATE, counts.duplicate(), dimensions);
    metrics.count(MetricName.CONVERSATIONS_OPEN, counts.openRecords(), dimensions);
    metrics.count(MetricName.QUARANTINED, counts.quarantinedRecords(), dimensions);
    metrics.count(MetricName.UNKNOWN_FIELDS, counts.unknownFields(), dimensions);
  }
}
