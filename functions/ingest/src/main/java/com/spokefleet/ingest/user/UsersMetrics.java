package com.spokefleet.ingest.user;

import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;

/** The figures one run of users details leaves: the accounting equation, what is owed, the age. */
final class UsersMetrics {
  private final Metrics metrics;
  private final Dimensions dimensions;

  UsersMetrics(Metrics metrics, String org) {
    this.metrics = metrics;
    this.dimensions = Dimensions.org(org).dataset(UsersDetailsDataset.NAME);
  }

  void record(UsersCounts counts, UsersProgress progress, Instant now) {
    metrics.count(MetricName.STATUSES_FETCHED, counts.fetched(), dimensions);
    metrics.count(MetricName.STATUSES_LANDED, counts.landed(), dimensions);
    metrics.count(MetricName.STATUSES_DUPLICATE, counts.duplicates(), dimensions);
    metrics.count(MetricName.STATUSES_LEFT_OUT, counts.leftOut(), dimensions);
    metrics.count(MetricName.QUARANTINED, counts.quarantined(), dimensions);
    metrics.count(MetricName.UNKNOWN_FIELDS, counts.unknownFields(), dimensions);
    metrics.count(MetricName.UNKNOWN_VALUES, counts.unknownValues(), dimensions);
    metrics.duration(
        MetricName.DATA_AGE_MS, Duration.between(progress.watermark(), now), dimensions);
    metrics.duration(MetricName.GAP_MS, progress.gap(), dimensions);
  }
}
