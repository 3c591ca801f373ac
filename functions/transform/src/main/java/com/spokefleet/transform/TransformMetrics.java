package com.spokefleet.transform;

import com.spokefleet.events.firehose.BatchAccount;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;

/** Tells what became of the events of a batch, by organisation. */
final class TransformMetrics {
  private final Metrics metrics;
  private final String destination;

  TransformMetrics(Metrics metrics, String destination) {
    this.metrics = metrics;
    this.destination = destination;
  }

  void tell(BatchAccount account) {
    account.orgs().forEach(this::tell);
    metrics.flush();
  }

  private void tell(String org, BatchAccount.OfOrg counts) {
    Dimensions dimensions = Dimensions.org(org).destination(destination);
    metrics.count(MetricName.EVENTS_RECEIVED, counts.received(), dimensions);
    metrics.count(MetricName.EVENTS_TRANSFORMED, counts.delivered(), dimensions);
    counts
        .dropped()
        .forEach(
            (reason, count) ->
                metrics.count(
                    MetricName.EVENTS_DROPPED, count, dimensions.reason(reason.reason())));
    counts
        .failed()
        .forEach(
            (fault, count) ->
                metrics.count(MetricName.EVENTS_FAILED, count, dimensions.reason(fault.reason())));
  }
}
