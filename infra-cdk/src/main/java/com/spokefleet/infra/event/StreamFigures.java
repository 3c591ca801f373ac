package com.spokefleet.infra.event;

import com.spokefleet.infra.function.JavaFunction;

/**
 * Where the figures of one delivery stand in CloudWatch.
 *
 * @param delivered name of the metric that counts delivered records
 * @param freshness name of the metric that tells the age of the oldest undelivered record
 */
public record StreamFigures(
    String destination, String stream, String delivered, String freshness, JavaFunction transform) {
  static StreamFigures of(DeliveryStream stream) {
    return new StreamFigures(
        stream.destination().name(),
        stream.name(),
        stream.deliveryMetric("Records"),
        stream.deliveryMetric("DataFreshness"),
        stream.transform().function());
  }
}
